package app.waterline.engine.plan;

import app.waterline.engine.Explained;
import app.waterline.engine.Result;

/**
 * So many machines, and the part of their hours that delivers tokens.
 *
 * @param systems whole systems that are bought or rented, spare ones included
 * @param spareSystems of these, the ones that stand idle until another one fails
 * @param gpus GPUs of all systems
 * @param workingGpus GPUs of the systems that are not spare
 * @param utilization share of all GPU-hours that deliver tokens, above 0 to 1
 * @param offered average load ÷ capacity of the working GPUs; above 1 where demand goes unserved
 * @param demand tokens/s that are asked for on average, or why the fleet was not sized for a demand
 * @param binding what the size hangs on, in words
 */
record Fleet(
    Explained systems,
    Explained spareSystems,
    Explained gpus,
    double workingGpus,
    Explained utilization,
    double offered,
    Result demand,
    String binding) {
  double workingShare() {
    return workingGpus / gpus.value();
  }
}
