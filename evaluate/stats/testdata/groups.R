# How R gives the numbers of fixture_groups_test.go. The twenty people are made
# up. Not run by the tests; made with R 4.2.2, base packages only:
#   Rscript groups.R
options(digits = 16)
pre   <- c(20, 24, 22, 27, 25, 30, 18, 26, 23, 21, 19, 28, 24, 22, 26, 17, 29, 23, 25, 20)
post  <- c(24, 27, 22, 31, 24, 33, 23, 29, 28, 25, 20, 28, 23, 26, 27, 19, 30, 23, 24, 22)
group <- rep(0:1, each = 10)
stays <- c(1, 1, 0, 1, 1, 0, 0, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 1) == 1
d <- post - pre; x <- d[group == 0]; y <- d[group == 1]
show <- function(what, ...) cat(what, format(c(...), digits = 16), "\n")

w <- t.test(x, y);             show("welch", w$statistic, w$parameter, w$p.value, w$conf.int)
u <- wilcox.test(x, y, exact = FALSE); show("mann-whitney", u$statistic, u$p.value)
# exact, by all 184756 splits of the twenty midranks
r <- rank(c(x, y)); s <- combn(20, 10, function(i) sum(r[i])); o <- sum(r[1:10])
show("exact two, greater, less", mean(abs(s - 105) >= abs(o - 105)), mean(s >= o), mean(s <= o))
k <- kruskal.test(d, group);   show("kruskal", k$statistic, k$p.value)
dev <- abs(d - ave(d, group, FUN = median)); a <- anova(lm(dev ~ factor(group)))
show("brown-forsythe", a[1, 4], a[1, 5])

m <- lm(post ~ pre + group); X <- model.matrix(m); e <- residuals(m); h <- hatvalues(m)
A <- solve(crossprod(X), t(X)); se <- sqrt(diag(A %*% (t(A) * (e / (1 - h))^2)))
show("ancova coef", coef(m)); show("ancova HC3", se); show("ancova p", 2 * pt(-abs(coef(m) / se), 17))
show("adjusted means", cbind(1, mean(pre), 0:1) %*% coef(m))

g <- glm(stays ~ pre + group, family = binomial, epsilon = 1e-14)
show("logistic coef", coef(g)); show("logistic se", sqrt(diag(vcov(g)))); show("deviance", deviance(g), g$null.deviance)

f <- fisher.test(table(group, stays)[2:1, 2:1]); show("fisher", f$p.value)   # 6 and 7 of 10 stay
t3 <- rbind(c(8, 1, 1), c(5, 3, 2), c(1, 2, 7)); show("fisher 3x3", fisher.test(t3)$p.value)
q <- suppressWarnings(chisq.test(t3)); show("chi-square", q$statistic, q$p.value)
show("power", power.t.test(20, 0.6, sd = 1, type = "paired", strict = TRUE)$power,
     power.t.test(power = .8, n = 20, type = "paired", strict = TRUE, tol = 1e-12)$delta)
show("shapiro", shapiro.test(d)$statistic, shapiro.test(d)$p.value)
