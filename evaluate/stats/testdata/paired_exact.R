# How R gives the numbers of permutation_test.go and quantile_test.go. Made-up data.
# Not run by the tests. R 4.2.2, exactRankTests 0.8-35.
d <- c(4, 3, 0, 4, -1, 3, 5, 3, 5, 4)
print(exactRankTests::perm.test(d, paired = FALSE, exact = TRUE)$p.value, digits = 17)
print(exactRankTests::perm.test(d, alternative = "greater", exact = TRUE)$p.value, digits = 17)
s <- sort(d); n <- length(s)
l <- qbinom(.025, n, .5)                     # P(X < l) <= .025 < P(X <= l)
c(median(d), s[l], s[n + 1 - l], 1 - 2 * pbinom(l - 1, n, .5))
quantile(d, c(.25, .9))                      # type 7
x <- (1:40)^2 %% 37                          # quartile with its interval
s <- sort(x); n <- 40; p <- .25
l <- qbinom(.05, n, p); u <- qbinom(.95, n, p) + 1
print(c(quantile(x, p), s[l], s[u], 1 - pbinom(l - 1, n, p) - (1 - pbinom(u - 1, n, p))), digits = 17)
acf(x, lag.max = 2, plot = FALSE)$acf[2:3]
