package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void labelsNeverCoverEachOther() {
    List<Spread.Label> wanted = IntStream.range(0, 12)
        .mapToObj(index -> new Spread.Label("P" + index, 0, 0, 290 + index % 3, 40))
        .toList();
    List<Spread.Label> placed = Spread.apart(wanted, 16, 8, 300);
    List<Double> heights = placed.stream().map(Spread.Label::y).sorted().toList();
    for (int index = 1; index < heights.size(); index++) {
      assertThat(heights.get(index) - heights.get(index - 1)).isGreaterThanOrEqualTo(16);
    }
    assertThat(heights).allSatisfy(y -> assertThat(y).isBetween(8.0, 300.0));
  }

  @Test
  void labelsWithRoomStayWhereTheyAre() {
    List<Spread.Label> wanted = List.of(
        new Spread.Label("a", 0, 0, 50, 40),
        new Spread.Label("b", 0, 0, 90, 40),
        new Spread.Label("c", 0, 60, 50, 40));
    assertThat(Spread.apart(wanted, 16, 0, 300)).containsExactlyInAnyOrderElementsOf(wanted);
  }
}
