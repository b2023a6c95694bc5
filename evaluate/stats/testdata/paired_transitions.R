# How R gives the numbers of transitions_test.go. The table is made up.
# Not run by the tests. R 4.2.2, coin 1.4-2.
m <- matrix(c(9, 4, 1,
              2, 7, 6,
              0, 3, 8), 3, byrow = TRUE, dimnames = list(pre = c("a", "b", "c"), post = c("a", "b", "c")))
t <- as.table(m)
print(mcnemar.test(m)$statistic, digits = 17); print(mcnemar.test(m)$p.value, digits = 17)
s <- coin::mh_test(t); print(c(coin::statistic(s), coin::pvalue(s)), digits = 17)
o <- coin::mh_test(t, scores = list(response = 1:3)); print(c(coin::statistic(o), coin::pvalue(o)), digits = 17)

# a category that nobody enters or leaves: coin takes the pseudo-inverse
m4 <- rbind(cbind(m, d = 0), d = c(0, 0, 0, 5)); names(dimnames(m4)) <- c("pre", "post")
s <- coin::mh_test(as.table(m4)); print(c(coin::statistic(s), coin::pvalue(s)), digits = 17)

# McNemar's mid-p where as many went up as down: 1 - dbinom(b, 2b, .5)/2
print(coin::midpvalue(coin::mh_test(as.table(matrix(c(5, 3, 3, 6), 2)), distribution = "exact")), digits = 17)
