# Reference values for src/evidence/statistics/follow-up: Kaplan-Meier, Aalen-Johansen, restricted follow-up.
# To make them again, from the project's folder:   Rscript test/reference/follow-up.R
# Needs Debian's r-cran-survival, r-cran-etm and r-cran-jsonlite. The tests read the JSON and need no R.
suppressMessages({ library(survival); library(etm); library(jsonlite) })
set.seed(20261122)
z <- qnorm(0.975)

one_set <- function(index) {
  n <- sample(8:28, 1)
  # Few different days, so that several ends fall on one day; causes 0 (looked no further), 1, 2, 3.
  day <- sample(0:sample(6:40, 1), n, replace = TRUE)
  cause <- sample(0:3, n, replace = TRUE, prob = c(0.35, 0.35, 0.2, 0.1))
  if (all(cause == 0)) cause[1] <- 1
  # survival and etm want ends after the start, so day 0 is put a day later and brought back.
  any_end <- as.integer(cause > 0)
  km <- survfit(Surv(day + 1, any_end) ~ 1, conf.type = "log-log")
  seen <- km$n.event > 0
  out <- list(
    day = day, cause = cause,
    km = list(
      day = km$time[seen] - 1, risk = km$n.risk[seen], notYet = km$surv[seen],
      se = ifelse(km$surv[seen] == 0, 0, (km$surv * km$std.err)[seen]),
      low = km$lower[seen], high = km$upper[seen]
    )
  )
  inside <- km$surv[seen] > 0 & km$surv[seen] < 1
  out$km$low[!inside] <- NA
  out$km$high[!inside] <- NA

  aj <- survfit(Surv(day + 1, factor(cause, 0:3)) ~ 1)
  at <- rowSums(matrix(aj$n.event, nrow = length(aj$time))[, -1, drop = FALSE]) > 0
  share <- aj$pstate[at, -1, drop = FALSE]
  colnames(share) <- NULL
  tra <- matrix(FALSE, 4, 4); tra[1, 2:4] <- TRUE
  history <- data.frame(id = seq_len(n), from = "0", to = ifelse(cause == 0, "cens", as.character(cause)),
                        entry = 0, exit = day + 1)
  etm_fit <- suppressWarnings(etm(history, as.character(0:3), tra, "cens", s = 0, covariance = TRUE))
  etm_at <- match(aj$time[at], etm_fit$time)
  se <- sapply(1:3, function(k) sqrt(pmax(0, etm_fit$cov[paste("0", k), paste("0", k), etm_at])))
  se <- matrix(se, ncol = 3)
  spread <- z * se / ((1 - share) * -log(1 - share))
  low <- 1 - (1 - share)^exp(-spread)
  high <- 1 - (1 - share)^exp(spread)
  low[share <= 0 | share >= 1] <- NA
  high[share <= 0 | share >= 1] <- NA
  out$aj <- list(day = aj$time[at] - 1, share = share, se = se, low = low, high = high)

  days <- min(max(day), min(day) + sample(1:40, 1))
  restricted <- if (days > min(day)) summary(km, rmean = days + 1)$table[c("rmean", "se(rmean)")] else c(days + 1, 0)
  upto <- which(aj$time - 1 <= days)
  out$within <- list(days = days, mean = unname(restricted[1]) - 1, se = unname(restricted[2]),
                     share = if (length(upto)) unname(aj$pstate[max(upto), 2]) else 0)
  out
}

# One data set a line.
lines <- vapply(1:220, function(index) as.character(toJSON(one_set(index), digits = I(9), na = "null")), "")
writeLines(c("[", paste0(lines, c(rep(",", length(lines) - 1), "")), "]"), "test/reference/fixtures/follow-up.json")
