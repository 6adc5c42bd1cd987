package org.sitrep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.desk.Workshop;
import org.sitrep.event.Event;
import org.sitrep.event.Loss;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.page.Block;
import org.sitrep.page.Capture;
import org.sitrep.pipeline.Coded;
import org.sitrep.reliability.Reliability;
import org.sitrep.source.Judgement;
import org.sitrep.source.Word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What the pages that sitrep was made for have to come out as, from the claim to the grade. */
class MissionSourcesTest {

  private static final Path PAGES = Bench.HOME.resolve("../shared/mission").normalize();

  private static final List<Coded> CODED = new ArrayList<>();
  private static List<Event> events = List.of();

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Reliability reliability;

  @BeforeAll
  static void read() throws IOException {
    assumeTrue(Files.isDirectory(PAGES), "the pages are not beside the repository");
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        CODED.add(Bench.pipeline().claims(capture(file.getFileName().toString(), text)));
      }
    }
    events = Bench.pipeline().events(claims()).events();
    reliability = Reliability.learn(knowledge(), claims(), events, List.of());
  }

  private static Knowledge knowledge() {
    return Workshop.knowledge(Bench.HOME);
  }

  private static Capture capture(String name, String text) {
    return new Capture(name, name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
        Capture.Format.FLATTENED, text, name);
  }

  private static List<Claim> claims() {
    return CODED.stream().flatMap(c -> c.claims().stream()).toList();
  }

  private static List<Claim> claims(String evidence) {
    return claims().stream().filter(c -> c.evidence().quote().contains(evidence)).toList();
  }

  private static Event eventOf(Claim claim) {
    return events.stream().filter(e -> e.claims().contains(claim)).findFirst().orElseThrow();
  }

  private static Event event(Predicate<Claim> any) {
    List<Event> found = events.stream().filter(e -> e.claims().stream().anyMatch(any)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static Predicate<Claim> kills(int number) {
    return c -> c.casualties(Casualties.Fate.KILLED).filter(k -> k.low() == number).isPresent();
  }

  private static boolean isFrom(Claim claim, String source) {
    return claim.attribution().innermost().flatMap(h -> h.source()).filter(source::equals).isPresent();
  }

  @Test
  void A01_fiveSoldiersAndTwoOfficersSideBySideInOneEvent() {
    Event event = event(c -> isFrom(c, "amaq"));
    assertThat(event.claims()).anyMatch(kills(5)).anyMatch(kills(2));
    assertThat(event.claims().stream().filter(kills(2)).findFirst().orElseThrow().attribution().innermost().orElseThrow().surface())
        .contains("pro-government");
    assertThat(event.losses()).extracting(Loss::text).anyMatch(v -> v.startsWith("5 (")).anyMatch(v -> v.startsWith("2 ("));
    assertThat(event.losses()).extracting(Loss::population).doesNotHaveDuplicates();
    assertThat(event.casualties()).filteredOn(c -> c.fate() == Casualties.Fate.KILLED).singleElement()
        .satisfies(c -> assertThat(c.low()).isEqualTo(2));
    Map<String, Interest> words = words(event);
    assertThat(words).containsEntry("amaq", Interest.SELF_SERVING);
  }

  private static Map<String, Interest> words(Event event) {
    return reliability.judge(event).words().stream().collect(Collectors.toMap(w -> w.root().key(), Word::interest));
  }

  @Test
  void B01_theGeneralsDeathRestsOnHisMinistryAlone() {
    Event event = event(c -> c.targets().stream().anyMatch(t -> t.name().contains("Asapov")));
    assertThat(words(event).keySet()).containsExactly("ru.defence-ministry");
    assertThat(reliability.judge(event).digit()).isIn(2, 3);
  }

  @Test
  void B02_aRumourIsNoSupport() {
    assertThat(events.stream().flatMap(e -> e.claims().stream())).noneMatch(c -> c.evidence().quote().contains("could receive a location"));
    List<Claim> told = Bench.pipeline().claims(capture("rumour", "There were rumours that the army had captured Ariha.")).claims();
    List<Event> made = Bench.pipeline().events(told).events();
    assertThat(made).hasSize(1);
    assertThat(Reliability.learn(knowledge(), told, made, List.of()).judge(made.getFirst()).digit()).isEqualTo(6);
  }

  @Test
  void C01_theChainFromTheOutletToTheOfficial() {
    Claim claim = claims("increased surveillance").getFirst();
    assertThat(claim.attribution().chain()).extracting(h -> h.name()).containsExactly("CNN", "US official");
    assertThat(reliability.judge(eventOf(claim)).words()).singleElement().satisfies(w -> {
      assertThat(w.root().named()).isFalse();
      assertThat(w.root().leaning()).contains("us");
    });
  }

  @Test
  void D01_theLosersOwnSideTellsOfTheRetreat() {
    Claim retreat = claims("have retreated from").getFirst();
    Judgement judgement = reliability.judge(eventOf(retreat));
    assertThat(judgement.words()).singleElement().satisfies(w -> assertThat(w.interest()).isEqualTo(Interest.AGAINST_INTEREST));
  }

  @Test
  void D02_whatWouldFollowIfItWereConfirmedIsNoEvent() {
    assertThat(events.stream().flatMap(e -> e.claims().stream()))
        .noneMatch(c -> c.evidence().quote().contains("able to resist") || c.evidence().quote().contains("focus their resistance"));
  }

  @Test
  void E01_commentsChangeNoSupport() throws IOException {
    int cut = 0;
    List<Claim> bare = new ArrayList<>();
    for (Coded coded : CODED) {
      Capture whole = coded.page().capture();
      int end = coded.page().article().blocks().stream().filter(b -> b.kind().isArticle()).mapToInt(b -> end(coded, b)).max().orElse(0);
      String article = whole.content().substring(0, end);
      cut += coded.page().comments().isEmpty() ? 0 : 1;
      bare.addAll(Bench.pipeline().claims(new Capture(whole.doc(), whole.origin(), whole.url(), whole.publisher(), whole.title(),
          whole.published(), whole.fetched(), whole.format(), article, whole.digest())).claims());
    }
    assertThat(cut).as("pages with comments").isGreaterThanOrEqualTo(3);
    List<Event> without = Bench.pipeline().events(bare).events();
    Reliability learned = Reliability.learn(knowledge(), bare, without, List.of());
    Map<String, Judgement> expected = new HashMap<>();
    events.forEach(e -> expected.put(e.id(), reliability.judge(e)));
    Map<String, Judgement> found = new HashMap<>();
    without.forEach(e -> found.put(e.id(), learned.judge(e)));
    assertThat(found).isEqualTo(expected);
    assertThat(learned.sources()).isEqualTo(reliability.sources());
    assertThat(claims()).noneMatch(kills(4500)).noneMatch(c -> c.evidence().quote().contains("55KM"));
  }

  private static int end(Coded coded, Block block) {
    return coded.page().article().aligned().toOriginal(block.span()).end();
  }

  @Test
  void F01_aForecastInAHeadlineIsNoEvent() {
    assertThat(events.stream().flatMap(e -> e.claims().stream())).noneMatch(c -> c.evidence().quote().contains("About To Collide"));
    assertThat(claims("About To Collide")).allMatch(c -> c.certainty() == Certainty.PLANNED);
  }

  @Test
  void G01_theQuotedStrikeIsDatedByTheQuotation() {
    Event event = event(kills(100));
    assertThat(event.time().orElseThrow().start()).isEqualTo(LocalDate.parse("2016-09-17"));
    assertThat(event.claims()).anyMatch(c -> c.evidence().quote().contains("about 100"));
  }
}
