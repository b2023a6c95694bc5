# How R gives the expected values of cases/statistics-*.yaml. Made-up data. One line a value: case, name, value.
# R 4.2.2 (2022-10-31), coin 1.4-2, exactRankTests 0.8-35, psych 2.2.9, boot 1.3-28; run on 2026-11-22.
# TestRStillGivesTheseNumbers runs it where Rscript is found and holds the files to what it prints.
suppressPackageStartupMessages({library(coin); library(boot)})
say <- function(id, ...) { v <- list(...); for (n in names(v)) cat(id, "\t", n, "\t", sprintf("%.16g", unname(v[[n]])), "\n", sep = "") }
root <- function(f, lo, hi) uniroot(f, c(lo, hi), tol = 1e-15, maxiter = 10000)$root
ci <- function(v, of = "") setNames(as.list(v), paste0(of, c("lower", "upper")))
sayl <- function(id, l) do.call(say, c(list(id), l))

# the same people before and after
pre  <- c(12, 15, 9, 14, 11, 16, 13, 10, 12, 8)
post <- c(15, 15, 12, 16, 10, 20, 17, 13, 12, 12)
d <- post - pre; n <- length(d)
say("describe", n = n, mean = mean(d), sd = sd(d), se = sd(d)/sqrt(n), median = median(d), min = min(d), max = max(d))
t <- t.test(post, pre, paired = TRUE)
say("paired-t", t = t$statistic, df = t$parameter, p = t$p.value, "p-rise" = t.test(d, alternative = "greater")$p.value, lower = t$conf.int[1], upper = t$conf.int[2])
w <- function(m, x) wilcoxsign_test(post ~ pre, distribution = x, zero.method = m)
wd <- w("Wilcoxon", exact()); wp <- w("Pratt", exact())
r <- rank(abs(d[d != 0])); 
say("signed-rank-drop", "w+" = sum(r[d[d != 0] > 0]), "w-" = sum(r[d[d != 0] < 0]), "p-exact" = pvalue(wd), z = statistic(wd), "p-normal" = pvalue(w("Wilcoxon", asymptotic())),
    "p-corrected" = suppressWarnings(wilcox.test(post, pre, paired = TRUE, exact = FALSE)$p.value))
say("signed-rank-pratt", "p-exact" = pvalue(wp), z = statistic(wp), "p-normal" = pvalue(w("Pratt", asymptotic())))
say("sign-test", p = binom.test(7, 8)$p.value, "p-rise" = binom.test(7, 8, alternative = "greater")$p.value)
say("permutation", p = suppressWarnings(exactRankTests::perm.test(d, paired = FALSE, exact = TRUE)$p.value))
wa <- outer(d, d, "+")/2; wa <- sort(wa[upper.tri(wa, TRUE)]); k <- qsignrank(.025, n)
say("hodges-lehmann", estimate = median(wa), lower = wa[k], upper = wa[length(wa) + 1 - k], achieved = 1 - 2*psignrank(k - 1, n))
J <- function(df) exp(lgamma(df/2) - lgamma((df-1)/2))/sqrt(df/2)
rr <- cor(pre, post); dz <- mean(d)/sd(d)
nct <- function(t, df, p) root(function(m) pt(t, df, m) - p, -10, 20)
dzi <- c(nct(t$statistic, n-1, .975), nct(t$statistic, n-1, .025))/sqrt(n)
say("mean-change", r = rr, d_z = dz, g_z = J(n-1)*dz, d_av = mean(d)/sqrt((var(pre)+var(post))/2), "d_av-lakens" = mean(d)/((sd(pre)+sd(post))/2),
    d_rm = dz*sqrt(2*(1-rr)), "glass-pre" = mean(d)/sd(pre), j = J(n-1), "j-approximate" = 1 - 3/(4*(n-1)-1))
say("mean-change-interval", "d_z-lower" = dzi[1], "d_z-upper" = dzi[2], "g_z-lower" = J(n-1)*dzi[1], "g_z-upper" = J(n-1)*dzi[2])
nz <- sum(d != 0); rb <- (sum(r[d[d!=0]>0]) - sum(r[d[d!=0]<0]))/sum(r)
rbi <- tanh(atanh(rb) + c(-1,1)*qnorm(.975)*sqrt((2*nz^3+3*nz^2+nz)/6)/((nz^2+nz)/2))
say("rank-biserial", r = rb, lower = rbi[1], upper = rbi[2])
say("superiority", parametric = pnorm(dz), "non-parametric" = mean(d > 0) + mean(d == 0)/2)
x20 <- c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4)
s <- sort(x20); l <- qbinom(.025, 20, .5)
say("median", estimate = median(x20), lower = s[l], upper = s[21-l], achieved = 1 - 2*pbinom(l-1, 20, .5))
say("quartile", estimate = quantile(x20, .25))
ef <- empinf(data = x20, statistic = function(x, i) mean(x[i]), stype = "i", type = "jack"); ef <- ef - mean(ef)
say("bca-acceleration", estimate = mean(x20), acceleration = sum(ef^3)/(6*sum(ef^2)^1.5))
say("bounds", mean = mean(d), unchanged = sum(d)/(n+3), lowest = mean(c(d, rep(min(d), 3))), highest = mean(c(d, rep(max(d), 3))))
m2 <- matrix(c(20, 3, 12, 15), 2)
say("mcnemar", "p-exact" = binom.test(12, 15)$p.value, "p-mid" = binom.test(12, 15)$p.value - dbinom(12, 15, .5), chi2 = mcnemar.test(m2, correct = FALSE)$statistic,
    p = mcnemar.test(m2, correct = FALSE)$p.value, "chi2-corrected" = mcnemar.test(m2)$statistic, "p-corrected" = mcnemar.test(m2)$p.value,
    odds = 4, "odds-lower" = { b <- binom.test(12, 15)$conf.int; b[1]/(1-b[1]) }, "odds-upper" = b[2]/(1-b[2]))
wil <- function(k, n) suppressWarnings(prop.test(k, n, correct = FALSE)$conf.int)
p1 <- 23/50; p2 <- 32/50; i1 <- wil(23, 50); i2 <- wil(32, 50)
e <- 20*15 - 12*3; f <- max(e - 25, 0)/sqrt(32*18*23*27); df <- p2 - p1
say("paired-shares", before = p1, after = p2, difference = df,
    "newcombe-lower" = df - sqrt((p2-i2[1])^2 - 2*f*(p2-i2[1])*(i1[2]-p1) + (i1[2]-p1)^2), "newcombe-upper" = df + sqrt((i2[2]-p2)^2 - 2*f*(i2[2]-p2)*(p1-i1[1]) + (p1-i1[1])^2),
    "wald-lower" = df - qnorm(.975)*sqrt(15 - 81/50)/50, "wald-upper" = df + qnorm(.975)*sqrt(15 - 81/50)/50)
m3 <- matrix(c(8, 6, 4, 2, 10, 7, 1, 3, 9), 3, byrow = TRUE)
tab <- as.table(m3); dimnames(tab) <- list(before = 1:3, after = 1:3)
mh <- mh_test(tab); mo <- mh_test(tab, scores = list(response = 1:3)); bo <- mcnemar.test(m3)
po <- sum(diag(m3))/50; pe <- sum(rowSums(m3)*colSums(m3))/50^2; W <- outer(1:3, 1:3, function(i, j) (i-j)^2)
say("transitions", "stuart-maxwell" = statistic(mh), "stuart-maxwell-p" = pvalue(mh), bowker = bo$statistic, "bowker-df" = bo$parameter, "bowker-p" = bo$p.value,
    kappa = (po-pe)/(1-pe), "kappa-quadratic" = 1 - sum(W*m3)/sum(W*outer(rowSums(m3), colSums(m3))/50), "scores-z" = abs(statistic(mo)), "scores-p" = pvalue(mo))

# groups of different people
x <- c(5, 7, 3, 8, 6, 9, 4, 7); y <- c(4, 2, 5, 3, 6, 1, 4, 3, 5); nx <- 8; ny <- 9
t <- t.test(x, y); say("welch", difference = mean(x)-mean(y), se = t$stderr, t = t$statistic, df = t$parameter, p = t$p.value, lower = t$conf.int[1], upper = t$conf.int[2])
t <- t.test(x, y, var.equal = TRUE); say("pooled", t = t$statistic, df = t$parameter, p = t$p.value, lower = t$conf.int[1], upper = t$conf.int[2])
g <- factor(rep(c("x", "y"), c(nx, ny))); both <- c(x, y)
mw <- wilcox_test(both ~ g, distribution = "exact"); ma <- wilcox_test(both ~ g)
say("mann-whitney", u = suppressWarnings(wilcox.test(x, y)$statistic), "p-exact" = pvalue(mw), z = statistic(ma), "p-normal" = pvalue(ma),
    "p-corrected" = suppressWarnings(wilcox.test(x, y, exact = FALSE)$p.value))
sp <- sqrt((7*var(x)+8*var(y))/15); dd <- (mean(x)-mean(y))/sp; tt <- dd/sqrt(1/nx+1/ny); di <- c(nct(tt, 15, .975), nct(tt, 15, .025))*sqrt(1/nx+1/ny)
say("group-effect", d = dd, d_average = (mean(x)-mean(y))/sqrt((var(x)+var(y))/2), g = J(15)*dd, glass = (mean(x)-mean(y))/sd(y), superior = pnorm(dd/sqrt(2)))
say("group-effect-interval", "d-lower" = di[1], "d-upper" = di[2], "g-lower" = J(15)*di[1], "g-upper" = J(15)*di[2])
de <- (sum(outer(x, y, ">")) - sum(outer(x, y, "<")))/(nx*ny); ce <- tanh(atanh(de) + c(-1,1)*qnorm(.975)*sqrt((nx+ny+1)/(3*nx*ny)))
say("cliff", delta = de, superiority = (de+1)/2, shift = median(outer(x, y, "-")), lower = ce[1], upper = ce[2])
g1 <- c(12, 15, 11, 14, 13); g2 <- c(16, 18, 14, 17); g3 <- c(11, 10, 13, 9, 12, 10)
yy <- c(g1, g2, g3); gg <- factor(rep(1:3, c(5, 4, 6))); a <- anova(lm(yy ~ gg)); wf <- oneway.test(yy ~ gg); kw <- kruskal.test(yy ~ gg)
lev <- anova(lm(abs(yy - ave(yy, gg, FUN = median)) ~ gg)); ss <- a$"Sum Sq"
say("several-groups", f = a$F[1], p = a$P[1], eta2 = ss[1]/sum(ss), omega2 = (ss[1] - 2*a$"Mean Sq"[2])/(sum(ss) + a$"Mean Sq"[2]), "welch-f" = wf$statistic,
    "welch-df2" = wf$parameter[2], "welch-p" = wf$p.value, "kruskal-h" = kw$statistic, "kruskal-p" = kw$p.value, "levene-f" = lev$F[1], "levene-p" = lev$P[1])
sw <- shapiro.test(x20); say("normality", w = sw$statistic, p = sw$p.value)
hc3 <- function(m) { X <- model.matrix(m); h <- hatvalues(m); A <- solve(crossprod(X)); A %*% crossprod(X*(residuals(m)/(1-h))) %*% A }
xx <- c(21, 34, 45, 28, 52, 39, 24, 47, 31, 36, 58, 42); y2 <- c(8, 11, 12, 9, 16, 10, 9, 15, 11, 10, 19, 12)
m <- lm(y2 ~ xx); se <- sqrt(diag(hc3(m))); b <- coef(m); sm <- summary(m)
bp <- 12*summary(lm(residuals(m)^2 ~ xx))$r.squared
say("least-squares", b0 = b[1], b1 = b[2], "b0-se" = se[1], "b1-se" = se[2], "b1-t" = b[2]/se[2], "b1-p" = 2*pt(-abs(b[2]/se[2]), 10), "b1-lower" = b[2] - qt(.975, 10)*se[2],
    "b1-upper" = b[2] + qt(.975, 10)*se[2], r2 = sm$r.squared, f = sm$fstatistic[1], p = pf(sm$fstatistic[1], 1, 10, lower.tail = FALSE), "breusch-pagan" = bp, "breusch-pagan-p" = pchisq(bp, 1, lower.tail = FALSE))
b4 <- c(10, 12, 9, 14, 11, 13, 12, 15, 10, 13, 11, 12); af <- c(12, 13, 12, 15, 14, 14, 16, 18, 13, 17, 15, 15); gr <- rep(0:1, each = 6)
ac <- lm(af ~ b4 + gr); ct <- summary(ac)$coefficients; sl <- anova(ac, lm(af ~ b4*gr))
say("ancova", slope = ct[2,1], "slope-se" = ct[2,2], group1 = ct[3,1], "group1-se" = ct[3,2], "group1-t" = ct[3,3], "group1-p" = ct[3,4], "same-slopes-f" = sl$F[2], "same-slopes-p" = sl$"Pr(>F)"[2])
o <- c(0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1)
lg <- glm(o ~ y2, family = binomial, epsilon = 1e-15, maxit = 100); lc <- summary(lg)$coefficients
say("logistic", b0 = lc[1,1], b1 = lc[2,1], "b0-se" = lc[1,2], "b1-se" = lc[2,2], "b1-z" = lc[2,3], "b1-p" = lc[2,4], deviance = deviance(lg), aic = AIC(lg))
# A balanced random intercept has its REML estimates in closed form (analysis of variance).
L <- rbind(pre, post); md <- colMeans(L); within <- sum(d^2/2 - 0) ; tm <- c(mean(pre), mean(post)); res <- sweep(sweep(L, 2, md), 1, tm - mean(tm))
s2 <- sum(res^2)/(n-1); sb <- (2*var(md) - s2)/2
say("random-intercept", b0 = mean(pre), b1 = mean(d), "b0-se" = sqrt((sb+s2)/n), "b1-se" = sqrt(2*s2/n), between = sb, within = s2, icc = sb/(sb+s2))
p <- c(.004, .021, .013, .3, .048)
for (a in c("holm", "hommel", "BH", "BY")) sayl("p-together", setNames(as.list(p.adjust(p, a)), paste0(a, "-", 1:5)))

# shares and tables
iv <- function(k, n) { z <- qnorm(.975); nn <- n + z^2; pp <- (k + z^2/2)/nn; c(ci(wil(k, n), "wilson-"), ci(prop.test(k, n)$conf.int, "wilson-corrected-"), ci(binom.test(k, n)$conf.int, "clopper-pearson-"),
    ci(pp + c(-1,1)*z*sqrt(pp*(1-pp)/nn), "agresti-coull-"), ci(qbeta(c(.025, .975), k + .5, n - k + .5), "jeffreys-"), ci(k/n + c(-1,1)*z*sqrt(k/n*(1-k/n)/n), "wald-")) }
sayl("share", iv(37, 60))
sayl("share-of-none", c(ci(c(0, wil(0, 15)[2]), "wilson-"), ci(binom.test(0, 15)$conf.int, "clopper-pearson-")))
bt <- binom.test(37, 60, .5); pt0 <- prop.test(37, 60, .5, correct = FALSE)
say("share-and-target", "p-exact" = bt$p.value, "p-exact-above" = binom.test(37, 60, .5, "greater")$p.value, difference = 37/60 - .5, z = sqrt(pt0$statistic), p = pt0$p.value, h = 2*asin(sqrt(37/60)) - 2*asin(sqrt(.5)))
ta <- matrix(c(18, 30-18, 9, 25-9), 2, byrow = TRUE); q1 <- 18/30; q2 <- 9/25; v1 <- wil(18, 30); v2 <- wil(9, 25); D <- q1 - q2; z <- qnorm(.975)
say("two-shares", difference = D, chi2 = chisq.test(ta, correct = FALSE)$statistic, p = chisq.test(ta, correct = FALSE)$p.value, "chi2-yates" = chisq.test(ta)$statistic, "p-yates" = chisq.test(ta)$p.value,
    phi = (18*16 - 12*9)/sqrt(30*25*27*28), "fisher-p" = fisher.test(ta)$p.value, "newcombe-lower" = D - sqrt((q1-v1[1])^2 + (v2[2]-q2)^2), "newcombe-upper" = D + sqrt((v1[2]-q1)^2 + (q2-v2[1])^2),
    "wald-lower" = D - z*sqrt(q1*(1-q1)/30 + q2*(1-q2)/25), "wald-upper" = D + z*sqrt(q1*(1-q1)/30 + q2*(1-q2)/25),
    "risk-ratio" = q1/q2, "risk-ratio-lower" = q1/q2*exp(-z*sqrt(1/18 - 1/30 + 1/9 - 1/25)), "risk-ratio-upper" = q1/q2*exp(z*sqrt(1/18 - 1/30 + 1/9 - 1/25)),
    "odds-ratio" = 18*16/(12*9), "odds-ratio-lower" = 18*16/(12*9)*exp(-z*sqrt(1/18+1/12+1/9+1/16)), "odds-ratio-upper" = 18*16/(12*9)*exp(z*sqrt(1/18+1/12+1/9+1/16)))
tb <- matrix(c(8, 3, 5, 2, 9, 6), 2, byrow = TRUE); ch <- suppressWarnings(chisq.test(tb, correct = FALSE))
say("table", chi2 = ch$statistic, df = ch$parameter, p = ch$p.value, g = 2*sum(tb*log(tb/ch$expected)), v = sqrt(ch$statistic/33), "p-exact" = fisher.test(tb)$p.value)
ob <- c(9, 4, 7); sh <- c(.5, .3, .2); cf <- suppressWarnings(chisq.test(ob, p = sh)); al <- expand.grid(0:20, 0:20); al <- al[rowSums(al) <= 20, ]
pr <- apply(cbind(al, 20 - rowSums(al)), 1, dmultinom, prob = sh); p0 <- dmultinom(ob, prob = sh)
say("counts-and-shares", chi2 = cf$statistic, df = cf$parameter, p = cf$p.value, "p-exact" = sum(pr[pr <= p0*(1 + 1e-7)]))
n0 <- qnorm(.975)^2/4/.03^2; say("sample-839", sample = ceiling(n0/(1 + (n0-1)/839)), unlimited = n0, margin = qnorm(.975)*sqrt(.25/470*(839-470)/838))
pw <- function(n, df, ncp) { q <- qt(.975, df); 1 - pt(q, df, ncp) + pt(-q, df, ncp) }
say("power-of-t", paired = pw(30, 29, .5*sqrt(30)), "two-groups" = pw(30, 58, .5*sqrt(15)), "pairs-needed" = { k <- 2; while (pw(k, k-1, .5*sqrt(k)) < .8) k <- k + 1; k })
h <- 2*asin(sqrt(.6)) - 2*asin(sqrt(.45)); s0 <- sqrt(2*.525*.475); s1 <- sqrt(.6*.4 + .45*.55)
say("power-of-shares", h = h, arcsine = pnorm(h*sqrt(40) - z) + pnorm(-h*sqrt(40) - z), normal = pnorm((.15*sqrt(80) - z*s0)/s1) + pnorm((-.15*sqrt(80) - z*s0)/s1))

# questionnaires
it <- cbind(c(3, 4, 2, 5, 4, 3, 1, 4, 5, 2, 3, 4), c(3, 5, 2, 4, 4, 2, 2, 4, 5, 1, 3, 3), c(2, 4, 3, 5, 3, 3, 1, 5, 4, 2, 4, 4), c(4, 4, 2, 4, 5, 3, 2, 3, 5, 2, 3, 5))
S <- cov(it); k <- 4; N <- 12; al <- k/(k-1)*(1 - sum(diag(S))/sum(S)); R <- cor(it); rb <- mean(R[lower.tri(R)])
A <- it[,1] + it[,3]; B <- it[,2] + it[,4]; rh <- cor(A, B)
say("reliability", alpha = al, standardized = k*rb/(1 + (k-1)*rb), measurement = sqrt(sum(S))*sqrt(1-al), "mean-r" = rb, lambda6 = 1 - sum(1/diag(solve(R)))/sum(R),
    lower = 1 - (1-al)*qf(.975, N-1, (N-1)*(k-1)), upper = 1 - (1-al)*qf(.025, N-1, (N-1)*(k-1)), "half-r" = rh, "spearman-brown" = 2*rh/(1+rh), guttman = 4*cov(A, B)/var(A+B))
for (j in 1:k) { S1 <- cov(it[,-j]); sayl("items", setNames(list(cor(it[,j], rowSums(it[,-j])), cor(it[,j], rowSums(it)), 3/2*(1 - sum(diag(S1))/sum(S1))), paste0(c("rest-", "total-", "alpha-without-"), j))) }
it <- cbind(c(2, 2, 3, 1, 3, 2, 4, 5, 2, 3, 3, 3, 3, 4, 3, 3, 3, 2, 3, 4), c(3, 2, 5, 1, 3, 1, 3, 5, 2, 3, 3, 1, 3, 2, 2, 2, 1, 4, 5, 2),
            c(3, 3, 3, 2, 4, 3, 3, 5, 1, 4, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3), c(4, 2, 4, 3, 4, 3, 3, 3, 3, 3, 2, 1, 2, 4, 3, 3, 2, 3, 5, 3))
fa <- factanal(it, 1, control = list(opt = list(factr = 1, maxit = 10000), lower = 1e-6)); la <- fa$loadings[,1]; th <- fa$uniquenesses; sds <- apply(it, 2, sd)
say("omega", standardized = sum(la)^2/(sum(la)^2 + sum(th)), total = sum(la*sds)^2/(sum(la*sds)^2 + sum(th*sds^2)))
