# Reference values for src/evidence/statistics/over-time: XmR limits, the rules, interrupted time series.
# To make them again, from the project's folder:   Rscript test/reference/over-time.R
# Needs Debian's r-cran-sandwich, r-cran-lmtest, r-cran-nlme and r-cran-jsonlite. The tests read the JSON and need no R.
suppressMessages({ library(sandwich); library(lmtest); library(nlme); library(jsonlite) })
set.seed(20261122)

# The rules point by point, in the way of NHSRplotthedots: 1 where a point belongs to a signal. Written apart from ours.
belongs <- function(values, size, holds) {
  marked <- rep(0, length(values))
  if (length(values) >= size) for (from in 1:(length(values) - size + 1)) {
    window <- from:(from + size - 1)
    if (holds(window)) marked[window] <- 1
  }
  marked
}
rules <- function(values, middle, low, high) {
  side <- sign(values - middle)
  outside <- values > high | values < low
  near <- !outside & (values > middle + (high - middle) * 2 / 3 | values < middle - (middle - low) * 2 / 3)
  inner <- values <= middle + (high - middle) / 3 & values >= middle - (middle - low) / 3
  list(
    outside = as.integer(outside),
    side = belongs(values, 7, function(w) abs(sum(side[w])) == 7),
    trend = belongs(values, 7, function(w) abs(sum(sign(diff(values[w])))) == 6),
    near = belongs(values, 3, function(w) abs(sum(side[w])) == 3 && sum(near[w]) >= 2),
    many = belongs(values, 15, function(w) all(inner[w])),
    # Eight running outside the middle third; the stretch they belong to has points on both sides.
    few = local({
      stretch <- with(rle(inner), rep(seq_along(lengths), lengths))
      as.integer(!inner & ave(rep(1, length(values)), stretch, FUN = sum) >= 8 &
                   ave(side, stretch, FUN = function(s) length(unique(s))) > 1)
    })
  )
}

# Restricted likelihood of a first-order autoregression held at r, by nlme; and the r that is most likely from 0 to 0.98.
held_at <- function(series, r) {
  correlation <- if (r == 0) NULL else corAR1(r, form = ~ at, fixed = TRUE)
  gls(y ~ at + after + since, data = series, correlation = correlation, method = "REML")
}
most_likely <- function(series) {
  likelihood <- function(r) as.numeric(logLik(held_at(series, r)))
  step <- 0.98 / 49
  grid <- (0:49) * step
  best <- grid[which.max(vapply(grid, likelihood, 0))]
  slope <- function(r) likelihood(r + 1e-4) - likelihood(r - 1e-4)
  low <- max(0, best - step)
  high <- min(0.98, best + step)
  if (slope(low) <= 0) return(low)
  if (slope(high) > 0) return(high)
  uniroot(slope, c(low, high), tol = 1e-13)$root
}

one_set <- function(index) {
  n <- sample(24:60, 1)
  drift <- sample(c(0, 0, 0.1), 1) * seq_len(n)
  jump <- sample(c(0, 0, 2), 1) * (seq_len(n) > n * 2 / 3)
  noise <- if (index %% 4 == 0) sample(c(-1, 1), n, replace = TRUE) * runif(n, 0.9, 1.4) else rnorm(n)
  if (index %% 5 == 0) noise <- noise * ifelse(seq_len(n) > 24, 0.2, 1)
  # Rounded, so that equal neighbours and points on the middle line come up.
  values <- round(20 + noise + drift + jump, if (index %% 3 == 0) 0 else 3)
  base <- values[1:24]
  step <- mean(abs(diff(base)))
  middle <- mean(base)
  low <- middle - 2.66 * step
  high <- middle + 2.66 * step

  before <- sample(12:(n - 8), 1)
  at <- seq_len(n) - 1
  series <- data.frame(y = values + as.numeric(arima.sim(list(ar = 0.4), n)), at = at,
                       after = as.integer(at >= before), since = pmax(0, at - before))
  series$y <- signif(series$y, 9)
  lag <- sample(0:5, 1)
  fit <- lm(y ~ at + after + since, data = series)
  covariance <- NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = TRUE)
  tested <- coefci(fit, vcov. = covariance)
  by_end <- c(0, 0, 1, n - before - 1)
  e <- residuals(fit)
  r <- most_likely(series)
  alike <- held_at(series, r)
  degrees <- max(2, n * (1 - r) / (1 + r) - 4)
  spread <- qt(0.975, degrees) * sqrt(diag(vcov(alike)))
  list(
    values = values, limits = c(middle, low, high, step), rules = rules(values, middle, low, high),
    y = series$y, before = before, lag = lag, coefficients = unname(coef(fit)),
    se = unname(sqrt(diag(covariance))), low = unname(tested[, 1]), high = unname(tested[, 2]),
    end = c(sum(by_end * coef(fit)), sqrt(drop(by_end %*% covariance %*% by_end))),
    neighbours = sum(e[-1] * e[-n]) / sum(e^2),
    alike = r, alike_coefficients = unname(coef(alike)), alike_se = unname(sqrt(diag(vcov(alike)))),
    alike_low = unname(coef(alike) - spread), alike_high = unname(coef(alike) + spread)
  )
}

# One data set a line.
lines <- vapply(1:220, function(index) as.character(toJSON(one_set(index), digits = I(9))), "")
writeLines(c("[", paste0(lines, c(rep(",", length(lines) - 1), "")), "]"), "test/reference/fixtures/over-time.json")
