"""The million draws of WhyBenchmarks.millionDraws with NumPy: ten uncertain inputs, two owned platforms,
cost per million tokens, percentiles and a histogram of each. Prints the median of seven runs in ms."""

import statistics
import sys
import time

import numpy as np


def platform(rng, n, tokens, utilization, power_price):
    capital = 50_000 * np.exp(0.1 * rng.standard_normal(n))
    life = rng.triangular(3, 4, 6, n)
    kilowatts = rng.uniform(1.6, 2.2, n)
    delivered = tokens * rng.choice([0.8, 1.0, 1.4], n, p=[0.3, 0.4, 0.3])
    rate = 0.1
    annuity = capital * rate / (1 - (1 + rate) ** -life)
    per_hour = annuity / 8760 + kilowatts * power_price + 0.15
    return per_hour / (3600 * delivered * utilization) * 1e6


def simulate(n):
    rng = np.random.default_rng(20261124)
    utilization = 0.4 + 0.5 * rng.beta(3.4, 2.6, n)
    power_price = 0.08 * np.exp(0.2 * rng.standard_normal(n))
    for tokens in (1000, 1000):
        cost = platform(rng, n, tokens, utilization, power_price)
        np.percentile(cost, [5, 50, 95])
        np.histogram(cost, 40)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    times = []
    for _ in range(7):
        start = time.perf_counter()
        simulate(n)
        times.append((time.perf_counter() - start) * 1000)
    print(f"{statistics.median(times):.1f}")


main()
