package org.sitrep.web;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlLedger;
import org.sitrep.event.Event;
import org.sitrep.store.Daily;
import org.sitrep.store.Filter;
import org.sitrep.store.Store;
import org.sitrep.time.TimeWindow;

import static org.assertj.core.api.Assertions.assertThat;

/** What a day's report is made of is the same as if the whole store were read for it. */
final class DailyTest {

  private static final List<Filter> FILTERS =
      List.of(
          Filter.ALL,
          new Filter(List.of(), List.of("Kafr"), List.of(), List.of(), Optional.empty(), Optional.empty(), List.of(), List.of()),
          new Filter(List.of("clash"), List.of(), List.of("army"), List.of(), Optional.of(LocalDate.of(2015, 3, 1)), Optional.empty(), List.of(), List.of()),
          Filter.ALL.onlyContested());

  @TempDir private static Path dir;
  private static Store store;

  @BeforeAll
  static void make() {
    store = War.store(dir.resolve("war.duckdb"), 8, 400, 60, 120);
    // the claims of all others make no event now
    store.replaceEvents(store.listEvents(Filter.ALL).subList(0, 300), new ControlLedger(List.of(), List.of()));
  }

  @AfterAll
  static void end() {
    store.close();
  }

  @Test
  void A01_theEventsOfADay() {
    int some = 0;
    for (Filter filter : FILTERS) {
      List<Event> all = store.listEvents(filter);
      for (int day = 0; day < 120; day += 7) {
        LocalDate date = LocalDate.of(2015, 1, 1).plusDays(day);
        List<String> wanted = all.stream().filter(e -> e.isOf(date)).map(Event::id).toList();
        assertThat(store.daily().events(date, filter)).extracting(Event::id).as("%s %s", date, filter).containsExactlyElementsOf(wanted);
        some += wanted.size();
      }
    }
    assertThat(some).isGreaterThan(100);
  }

  @Test
  void A02_whenEventsWere() {
    for (Filter filter : FILTERS) {
      Set<TimeWindow> windows = new HashSet<>();
      Set<LocalDate> published = new TreeSet<>();
      for (Event event : store.listEvents(filter)) {
        event.time().ifPresentOrElse(windows::add, () -> event.firstPublished().ifPresent(published::add));
      }
      Daily.Told told = store.daily().told(filter);
      assertThat(told.windows()).as("%s", filter).containsExactlyInAnyOrderElementsOf(windows);
      assertThat(told.published()).as("%s", filter).isEqualTo(published);
    }
  }

  @Test
  void A03_claimsThatMakeNoEvent() {
    Set<String> fused = store.listEventOfClaim().keySet();
    for (Filter filter : FILTERS.subList(0, 3)) {
      List<Claim> passing = store.listClaims(filter);
      List<Claim> wanted = passing.stream().filter(c -> !fused.contains(c.id())).toList();
      assertThat(wanted).isNotEmpty();
      assertThat(store.daily().aside(filter)).isEqualTo(wanted);
      assertThat(store.daily().ids(filter)).isEqualTo(new HashSet<>(passing.stream().map(Claim::id).toList()));
      List<Claim> few = passing.stream().limit(9).toList();
      assertThat(store.daily().claims(few.stream().map(Claim::id).toList())).isEqualTo(few);
    }
    assertThat(store.daily().claims(List.of())).isEmpty();
    assertThat(store.daily().claims(List.of("none"))).isEmpty();
  }
}
