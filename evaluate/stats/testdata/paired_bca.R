# How R gives the numbers of bca_internal_test.go and bca_test.go. All data are made up.
# Not run by the tests. R 4.2.2, boot 1.3-28.1.
library(boot)

# TestBCaBoundsAsR: resampled and leave-one-out values by a formula, so that both
# programs have the same; the bounds are then boot's own arithmetic.
k <- 1:199
drawn <- sin(k) + k / 100
l <- 1:12
left <- 1 + (l - 4)^2 / 100
L <- 11 * (mean(left) - left)                       # jackknife influence values
for (level in c(0.95, 0.8))
  print(boot:::bca.ci(NULL, level, t0 = 0.9, t = drawn, L = L), digits = 17)
print(c(z0 = qnorm(mean(drawn < 0.9)), a = sum(L^3) / (6 * sum(L^2)^1.5)), digits = 17)

# TestBCaAsR: the whole way, at so many resamples that the seed does not matter.
pre  <- c(20, 24, 22, 27, 25, 30, 18, 26, 23, 21)
post <- c(24, 27, 22, 31, 24, 33, 23, 29, 28, 25)
pairs <- cbind(pre, post)
whole <- function(name, f) {
  set.seed(1)
  b <- boot(pairs, function(x, i) f(x[i, 1], x[i, 2]), R = 200000)
  l <- empinf(data = pairs, statistic = function(x, i) f(x[i, 1], x[i, 2]), type = "jack", stype = "i")
  l <- l - mean(l)   # boot leaves them about t0; Efron's formula has them about their mean
  cat(name, b$t0, boot.ci(b, type = "bca", L = l)$bca[4:5], "a", sum(l^3) / (6 * sum(l^2)^1.5), "\n")
}
whole("mean", function(a, b) mean(b - a))
whole("d_av", function(a, b) mean(b - a) / sqrt((var(a) + var(b)) / 2))
whole("d_z", function(a, b) mean(b - a) / sd(b - a))
whole("glass", function(a, b) mean(b - a) / sd(a))
