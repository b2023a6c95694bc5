# R 4.2.2: the figures of survey-project.txtar that are not worked out by hand there.
pre <- c(20,24,22,27,25,30,18,26,23,21,28,19); post <- c(24,27,22,31,24,33,23,29,28,25,NA,NA)
d <- post - pre; sex <- strsplit("KKKMMKMKMKKM", "")[[1]]; education <- rep(c(0, 1), 6)
t.test(d)                                             # t = 4.7434, p = 0.00105387
t.test(d[sex == "K"], d[sex == "M"])$p.value          # 0.801998062554558
coef(lm(post ~ pre + I(sex == "K")))[3]               # -0.337490829053558
t.test(c(26, 26, 24, 30) - pre[1:4])$p.value          # 0.0414241849127717
stays <- !is.na(d); p <- fitted(glm(stays ~ pre + education, family = binomial))
weighted.mean(d[stays], 1/p[stays])                   # 3.00274120842351; glm stops at 1e-8
qnorm(.975) * 2.655 * sqrt(2 * (1 - 0.85))            # 2.85018627094143
