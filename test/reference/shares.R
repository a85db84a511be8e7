# Reference values for src/evidence/statistics: shares, differences, standardisation, case mix, funnel limits, Student's t.
# To make them again, from the project's folder:   Rscript test/reference/shares.R
# Needs Debian's r-cran-epitools and r-cran-jsonlite. The tests read the JSON and need no R.
suppressMessages({ library(epitools); library(jsonlite) })
set.seed(20261122)
z <- qnorm(0.975)

wilson_of <- function(x, n) {
  w <- binom.wilson(x, n)
  c(w$lower, w$upper)
}
# Newcombe's method 10 and the sum of weighed shares, written from the papers, on epitools' Wilson limits.
weighed <- function(weight, x, n) {
  p <- x / n
  limits <- t(mapply(wilson_of, x, n))
  down <- ifelse(weight > 0, limits[, 1], limits[, 2])
  up <- ifelse(weight > 0, limits[, 2], limits[, 1])
  value <- sum(weight * p)
  c(value, value - sqrt(sum(weight^2 * (p - down)^2)), value + sqrt(sum(weight^2 * (p - up)^2)))
}
# Spiegelhalter (2005), appendix A.1.1, on R's binomial.
funnel_limit <- function(tail, n, p) {
  r <- qbinom(tail, n, p)
  max(0, (r - (pbinom(r, n, p) - tail) / dbinom(r, n, p)) / n)
}

one_set <- function(index) {
  n <- sample(c(1:40, 50:3000), 2)
  x <- c(rbinom(1, n[1], runif(1)), rbinom(1, n[2], runif(1)))
  if (index %% 10 == 0) x[1] <- sample(c(0, n[1]), 1)
  bands <- sample(2:5, 1)
  here_n <- sample(3:120, bands); here_x <- rbinom(bands, here_n, runif(bands, 0, 0.6))
  else_n <- sample(20:400, bands); else_x <- rbinom(bands, else_n, runif(bands, 0, 0.6))
  mix <- else_n / sum(else_n)
  adjusted <- ageadjust.direct(count = here_x, pop = here_n, stdpop = else_n)[["adj.rate"]]
  here_sum <- weighed(mix, here_x, here_n)
  stopifnot(abs(adjusted - here_sum[1]) < 1e-12)
  kind <- c(here_n[1] / sum(here_n), else_n[1] / sum(else_n))
  overall <- runif(1, 0.01, 0.95)
  team <- sample(c(8:60, 100:2000), 1)
  tail <- runif(1, 0.0005, 0.4); degrees <- sample(1:120, 1)
  list(
    x = x, n = n, wilson = wilson_of(x[1], n[1]), difference = weighed(c(1, -1), x, n),
    here_n = here_n, here_x = here_x, else_n = else_n, else_x = else_x,
    here = here_sum, elsewhere = weighed(mix, else_x, else_n),
    apart = weighed(c(mix, -mix), c(here_x, else_x), c(here_n, else_n)),
    mix = (kind[1] - kind[2]) / sqrt(mean(kind * (1 - kind))),
    overall = overall, team = team,
    funnel = sapply(c(0.001, 0.025, 0.975, 0.999), funnel_limit, n = team, p = signif(overall, 9)),
    tail = tail, degrees = degrees, t = qt(signif(tail, 9), degrees, lower.tail = FALSE)
  )
}

# One data set a line.
lines <- vapply(1:220, function(index) as.character(toJSON(one_set(index), digits = I(9))), "")
writeLines(c("[", paste0(lines, c(rep(",", length(lines) - 1), "")), "]"), "test/reference/fixtures/shares.json")
