package app.waterline.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void labelsNeverCoverEachOther() {
    List<Spread.Label> wanted = IntStream.range(0, 12)
        .mapToObj(index -> new Spread.Label("P" + index, 0, 0, 290 + index % 3))
        .toList();
    List<Spread.Label> placed = Spread.apart(wanted, 16, 8, 300);
    for (int index = 1; index < placed.size(); index++) {
      assertThat(placed.get(index).y() - placed.get(index - 1).y()).isGreaterThanOrEqualTo(16);
    }
    assertThat(placed.getLast().y()).isLessThanOrEqualTo(300);
  }

  @Test
  void labelsWithRoomStayWhereTheyAre() {
    List<Spread.Label> wanted =
        List.of(new Spread.Label("a", 0, 0, 50), new Spread.Label("b", 0, 0, 90));
    assertThat(Spread.apart(wanted, 16, 0, 300)).isEqualTo(wanted);
  }
}
