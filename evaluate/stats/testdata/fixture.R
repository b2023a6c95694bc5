# How R gives the numbers of fixture_test.go. The ten people are made up.
# Not run by the tests; R >= 4, packages coin and effectsize.
pre  <- c(20, 24, 22, 27, 25, 30, 18, 26, 23, 21)
post <- c(24, 27, 22, 31, 24, 33, 23, 29, 28, 25)
d <- post - pre

t.test(post, pre, paired = TRUE)                       # t 4.743416, df 9, p 0.00105387, CI 1.569286 4.430714
mean(d) / sd(d)                                        # d_z 1.5
J <- function(df) exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
J(9); 1 - 3 / (4 * 9 - 1)                              # exact and approximate Hedges factor
mean(d) / sd(pre)                                      # 0.841452
ncp <- function(p) uniroot(function(x) pt(mean(d) / sd(d) * sqrt(10), 9, x) - p, c(-5, 15), tol = 1e-13)$root
c(ncp(.975), ncp(.025)) / sqrt(10)                     # interval of d_z

coin::pvalue(coin::wilcoxsign_test(post ~ pre, distribution = "exact", zero.method = "Wilcoxon"))  # 4/512
wilcox.test(post, pre, paired = TRUE, exact = FALSE, correct = FALSE)                              # p 0.010245
effectsize::rank_biserial(post, pre, paired = TRUE)    # 43/45
binom.test(8, 9)                                       # 20/512
w <- outer(d, d, "+") / 2; w <- sort(w[upper.tri(w, TRUE)])
k <- max(1, qsignrank(.025, 10)); c(median(w), w[k], w[length(w) + 1 - k])
