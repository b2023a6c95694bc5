# How R gives the numbers of example_reliability_test.go and of the reference folder 03_reliability.
# The twelve people are made up. Not run by the tests; R >= 4, packages psych and lavaan.
x <- data.frame(
  a = c(1, 2, 3, 4, 5, 4, 2, 5, 3, 3, 1, 4), b = c(2, 2, 3, 5, 4, 4, 1, 5, 2, 4, 2, 3),
  c = c(1, 1, 4, 4, 5, 3, 2, 4, 2, 4, 3, 3), d = c(2, 1, 3, 4, 4, 5, 2, 5, 3, 2, 2, 4))
p <- psych::alpha(x, check.keys = FALSE)
p$total; p$alpha.drop; p$item.stats                    # raw_alpha, std.alpha, G6(smc), average_r, S/N, ase; if dropped; r.drop, raw.r
psych::alpha.ci(p$total$raw_alpha, n.obs = 12, n.var = 4)  # Feldt
fit <- lavaan::cfa("f =~ a + b + c + d", x, std.lv = TRUE)
e <- lavaan::lavInspect(fit, "est")
sum(e$lambda)^2 / (sum(e$lambda)^2 + sum(e$theta))     # omega total
odd <- x$a + x$c; even <- x$b + x$d; r <- cor(odd, even)
c(r, 2 * r / (1 + r), 4 * cov(odd, even) / var(odd + even))  # split halves: r, Spearman-Brown, Guttman lambda 4
sd <- 5.31; sdiff <- sd * sqrt(2) * sqrt(1 - c(.85, .78)); qnorm(.975) * sdiff   # reliable change of the GSES: 5.70, 6.90
