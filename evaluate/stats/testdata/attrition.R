# Numbers of attrition_test.go: a mean of those observed, weighted by one over the probability of
# being observed. R 4.2.2, sandwich 3.0-2. The people are made up.
#   Rscript attrition.R    (in this folder; writes attrition.csv and attrition.expected.csv)
library(sandwich)
set.seed(20)
n <- 40
pre <- round(rnorm(n, 24, 4))
age <- round(runif(n, 18, 64))
stay <- rbinom(n, 1, plogis(-2 + 0.1 * pre + 0.02 * (age - 40))) == 1
change <- round(0.3 * (30 - pre) + rnorm(n, 0, 2))
change[!stay] <- 0 # not read
d <- data.frame(pre, age, stay = as.integer(stay), change)
write.csv(d, "attrition.csv", row.names = FALSE, quote = FALSE)

fit <- glm(stay ~ pre + age, binomial, epsilon = 1e-14)
p <- fitted(fit)
w <- 1 / p[stay]
y <- change[stay]
m <- lm(y ~ 1, weights = w)
mean <- weighted.mean(y, w)

# Stacked estimating equations (the same for both arms of ../shared/reference/06_matching/esf_obs_n400
# give its ipw_ate.se_mest, .30125685890702): theta = (coefficients, mean), A the mean derivative, B the variance.
X <- cbind(1, pre, age)
k <- ncol(X)
r <- as.integer(stay)
psi <- cbind(X * (r - p), r / p * (change - mean))
A <- matrix(0, k + 1, k + 1)
A[1:k, 1:k] <- -crossprod(X, X * (p * (1 - p)))
A[k + 1, 1:k] <- -colSums(X * (r * (1 - p) / p * (change - mean)))
A[k + 1, k + 1] <- -sum(r / p)
V <- solve(A) %*% crossprod(psi) %*% t(solve(A))

b <- c(change[stay], rep(min(change[stay]), sum(!stay)))
out <- c(
  n = n, observed = sum(stay), mean = mean,
  classical = sqrt(vcov(m)[1, 1]), HC0 = sqrt(vcovHC(m, "HC0")[1, 1]), HC1 = sqrt(vcovHC(m, "HC1")[1, 1]),
  HC2 = sqrt(vcovHC(m, "HC2")[1, 1]), HC3 = sqrt(vcovHC(m, "HC3")[1, 1]),
  low = mean - qt(.975, length(y) - 1) * sqrt(vcovHC(m, "HC2")[1, 1]),
  high = mean + qt(.975, length(y) - 1) * sqrt(vcovHC(m, "HC2")[1, 1]),
  ess = sum(w)^2 / sum(w^2), max.weight = max(w), max.share = max(w) / sum(w), stacked = sqrt(V[k + 1, k + 1]),
  bound.unchanged = sum(y) / n, bound.lowest = base::mean(b),
  bound.highest = base::mean(c(y, rep(max(y), sum(!stay)))))
writeLines(c("id,value", sprintf("%s,%.17g", names(out), out)), "attrition.expected.csv")
