package app.waterline.io;

import app.waterline.model.Distribution;
import app.waterline.model.Evidence;
import app.waterline.model.Figure;
import org.jspecify.annotations.Nullable;

/** A figure as it stands in a file: the number and its evidence in one object. */
record FigureForm(
    double value,
    @Nullable Distribution range,
    Evidence.Kind kind,
    String source,
    @Nullable String date,
    @Nullable String note) {

  static FigureForm of(Figure figure) {
    Evidence evidence = figure.evidence();
    return new FigureForm(
        figure.value(),
        figure.range(),
        evidence.kind(),
        evidence.source(),
        evidence.date(),
        evidence.note());
  }

  Figure figure() {
    return new Figure(value, range, new Evidence(kind, source, date, note));
  }
}
