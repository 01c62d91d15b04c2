package app.waterline.engine.plan;

import app.waterline.engine.Explained;

/**
 * One row of a cash flow. Money that comes in is positive, money that goes out negative.
 *
 * @param year 0 for the day of the purchase, then 1, 2, …
 * @param end years from the purchase to the end of the row; the last one may be a part of a year
 * @param tokens delivered and, with token prices, sold
 * @param revenue what they bring
 * @param runningCost rent, or colocation, maintenance, staff and software, and energy; negative
 * @param capital purchases; negative
 * @param residual what hardware and facility are still worth, in the row in which it comes back
 * @param tax negative; 0 where taxes are left out
 * @param net what the row comes to
 * @param cumulative what all rows so far come to
 */
public record CashYear(
    int year,
    double end,
    Explained tokens,
    Explained revenue,
    Explained runningCost,
    Explained capital,
    Explained residual,
    Explained tax,
    Explained net,
    Explained cumulative) {}
