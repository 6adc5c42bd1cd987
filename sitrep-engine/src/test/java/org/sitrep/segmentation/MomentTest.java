package org.sitrep.segmentation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Times in the forms that pages state them in. */
class MomentTest {

  private static final LocalDate DAY = LocalDate.of(2019, 3, 21);

  @Test
  void a01_theDayIsThatOfTheClockItWasWrittenBy() {
    for (String stated :
        List.of("2019-03-21", "2019-03-21T23:30:00+02:00", "2019-03-21T23:30:00.123456Z", "2019-03-21T23:30+0200", "2019-03-21 23:30:00", "2019/03/21", "20190321", "20190321T101500Z",
            "Thu, 21 Mar 2019 10:15:00 GMT", "21 March 2019", "March 21, 2019 at 10 a.m.", " 2019-03-21T00:30:00-0500 ")) {
      assertThat(Moment.of(stated).map(Moment::day)).as(stated).contains(DAY);
    }
    assertThat(Moment.of("2019-03-21T23:30:00+02:00").flatMap(Moment::instant)).contains(Instant.parse("2019-03-21T21:30:00Z"));
  }

  @Test
  void a02_whatIsNoTime() {
    for (String stated : List.of("", "yesterday", "2019", "2019-13-41", "20191341", "2019-03-21T25:61:00Z", "1553126400000", "x".repeat(500), "99/99/9999")) {
      assertThat(Moment.of(stated)).as(stated).isEmpty();
    }
  }

  @Test
  void a03_inAddresses() {
    assertThat(Moment.inAddress("https://courier.example/2019/03/21/docks").map(Moment::day)).contains(DAY);
    assertThat(Moment.inAddress("https://courier.example/2019/3/21/").map(Moment::day)).contains(DAY);
    assertThat(Moment.inAddress("https://courier.example/2019-03-21/docks-1.html").map(Moment::day)).contains(DAY);
    assertThat(Moment.inAddress("https://courier.example/2019/3/21?view=print").map(Moment::day)).contains(DAY);
    assertThat(Moment.inAddress("https://courier.example/world/2019/mar/21/docks").map(Moment::day)).contains(DAY);
    assertThat(Moment.inAddress("https://map.example/en/2019/21-march-docks-are-shelled").map(Moment::day)).contains(DAY);
    assertThat(Moment.inAddress("https://courier.example/2019/31-march-ing-home").map(Moment::day)).contains(LocalDate.of(2019, 3, 31));
    assertThat(Moment.inAddress("https://courier.example/2019/31-february-x")).isEmpty();
    assertThat(Moment.inAddress("https://courier.example/2019/12-monkeys-x")).isEmpty();
    assertThat(Moment.inAddress("https://courier.example/2019/03/docks")).isEmpty();
    assertThat(Moment.inAddress("https://courier.example/2019/31/21/")).isEmpty();
  }

  @Test
  void a04_whatCanBeADayOfPublication() {
    Optional<Instant> fetched = Optional.of(Instant.parse("2019-03-21T12:00:00Z"));
    assertThat(new Moment(DAY, Optional.empty()).isPossible(fetched)).isTrue();
    assertThat(new Moment(DAY.plusDays(2), Optional.empty()).isPossible(fetched)).isFalse();
    assertThat(new Moment(DAY, Optional.of(Instant.parse("2019-03-21T13:00:00Z"))).isPossible(fetched)).isFalse();
    assertThat(new Moment(LocalDate.of(1989, 12, 31), Optional.empty()).isPossible(Optional.empty())).isFalse();
  }
}
