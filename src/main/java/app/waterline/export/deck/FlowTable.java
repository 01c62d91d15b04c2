package app.waterline.export.deck;

import app.waterline.chart.ChartTexts;
import app.waterline.chart.Datum;
import app.waterline.chart.FlowChart;
import java.util.ArrayList;
import java.util.List;

/** The flow from power to money: a picture for a few platforms, a table for many. */
final class FlowTable {
  private static final int MOST_LANES = 3;

  private final FlowChart flow;
  private final DeckTexts texts;

  FlowTable(FlowChart flow, DeckTexts texts) {
    this.flow = flow;
    this.texts = texts;
  }

  SlideContent content() {
    return flow.lanes().size() <= MOST_LANES
        ? new SlideContent.Chart(flow)
        : new SlideContent.Table(table());
  }

  private SlideTable table() {
    List<SlideTable.Column> columns = new ArrayList<>();
    columns.add(new SlideTable.Column(texts.get("table.platform"), null, 1.3, false));
    flow.stages()
        .forEach(stage ->
            columns.add(new SlideTable.Column(ComparisonTable.capitalized(stage), null, 1, true)));
    List<List<SlideTable.Cell>> rows = new ArrayList<>();
    for (FlowChart.Lane lane : flow.lanes()) {
      List<SlideTable.Cell> row = new ArrayList<>();
      String name = lane.baseline() ? texts.get("table.baseline", lane.name()) : lane.name();
      row.add(SlideTable.Cell.platform(name, lane.color()));
      lane.steps().forEach(step -> row.add(cell(step.lead())));
      rows.add(row);
    }
    return new SlideTable(columns, rows, flow.describe(texts.charts()));
  }

  private SlideTable.Cell cell(FlowChart.Reading reading) {
    return switch (reading.datum()) {
      case Datum.Known known ->
        new SlideTable.Cell(
            known.label() + " " + ChartTexts.mark(known.quality()),
            texts.charts().unit(reading.unit()),
            null,
            SlideTable.Tone.STRONG,
            null);
      case Datum.Missing missing ->
        SlideTable.Cell.reason(texts.charts().missing(missing.reason()));
    };
  }
}
