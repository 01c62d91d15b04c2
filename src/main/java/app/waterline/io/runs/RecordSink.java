package app.waterline.io.runs;

/** Takes the records of one file, in their order. */
interface RecordSink {
  /** One record that could be taken apart. */
  void record(Fields fields);

  /** One record that could not; the following ones may still come. */
  void fault(BadRecord fault);
}
