# Writes a workspace of 12 platforms with 400 operating points each, in 10 configurations a platform.
BEGIN {
  srand(1)
  printf "{\"schemaVersion\":1,\"title\":\"Twelve\",\"currency\":{\"code\":\"USD\",\"unitsPerDollar\":1},\"baseline\":\"p0\","
  printf "\"scenario\":{\"utilization\":1,\"powerPrice\":0.08,\"targetInteractivity\":60,\"workload\":{\"cachedInputShare\":0},\"tokensCounted\":\"total\","
  printf "\"costOfCapital\":0.08,\"horizonYears\":4,\"throughputGrowth\":0,\"tokenPriceDecline\":0,\"powerInflation\":0},\"platforms\":["
  for (p = 0; p < 12; p++) {
    printf "%s{\"id\":\"p%d\",\"name\":\"Platform %d\",\"vendor\":\"V\",\"architecture\":\"A\",\"system\":\"S\",\"color\":%d,\"announced\":false,", p ? "," : "", p, p + 1, p
    printf "\"hardware\":{\"gpu\":\"G%d\",\"gpusPerSystem\":8,\"power\":{\"kwPerGpu\":2,\"powerBasis\":\"utility\",\"idlePowerFraction\":0.3}},", p
    printf "\"pricing\":{\"type\":\"rental\",\"ratePerGpuHour\":%.2f},\"operatingPoints\":[", 1 + p / 5
    for (i = 0; i < 400; i++) {
      c = i % 10
      x = 5 + int(i / 10) * (4 + p / 4) + c / 10
      y = (9000 + 900 * p) * exp(-x / (35 + 3 * c)) * (0.7 + 0.3 * rand()) + 20
      printf "%s{\"configuration\":{\"model\":\"DeepSeek-R1\",\"workloadKind\":\"singleTurn\",\"isl\":8192,\"osl\":1024,\"precision\":\"%s\",\"servingStack\":\"Stack %d\",", i ? "," : "", c % 2 ? "FP4" : "FP8", c
      printf "\"multiTokenPrediction\":%s,\"disaggregated\":%s,\"kvAwareRouting\":false,\"kvOffload\":false},", c % 3 ? "false" : "true", c % 4 ? "false" : "true"
      printf "\"tokensPerSecondPerGpu\":{\"total\":%.3f,\"input\":%.3f,\"output\":%.3f},\"interactivity\":%.3f,\"concurrency\":%d,\"gpus\":8,", y, y * 8 / 9, y / 9, x, 400 - i
      printf "\"evidence\":{\"kind\":\"measured\",\"source\":\"made up for a benchmark\",\"date\":\"2026-%02d-01\"}}", 1 + i % 9
    }
    printf "]}"
  }
  printf "]}\n"
}
