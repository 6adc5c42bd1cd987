package org.sitrep.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Interest;
import org.sitrep.event.Event;
import org.sitrep.event.Ruling;
import org.sitrep.fusion.Telling;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.source.Cell;
import org.sitrep.source.Judgement;
import org.sitrep.source.Letter;
import org.sitrep.source.SourceRecord;
import org.sitrep.source.Stance;
import org.sitrep.source.Support;
import org.sitrep.source.Word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ReliabilityTest {

  private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));

  @TempDir private static Path scratch = Path.of("");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Knowledge knowledge;

  @BeforeAll
  static void load() throws IOException {
    knowledge =
        WarPack.load(
            HOME,
            scratch,
            Map.of("Gazette", "", "Courier", "", "Herald", "loyal", "Drum", "insurgent", "Torch", "insurgent"),
            Map.of("bureau", "insurgent", "staff college", "loyal"));
  }

  private static Telling in(String doc, String outlet) {
    return Telling.in(doc).by(outlet, "2018-03-02").near("Millford", 34, 38, 2).on("2018-03-01");
  }

  private static Claim told(String doc, String outlet, String... holders) {
    return in(doc, outlet).that("army", "capture", "rebels").says(holders).words("words of " + doc + " alone").claim();
  }

  private static Event event(Claim... claims) {
    return ReliabilityFigures.event("e1", List.of(claims));
  }

  private static Judgement judge(Claim... claims) {
    return judge(List.of(), claims);
  }

  private static Judgement judge(List<Ruling> rulings, Claim... claims) {
    Event event = event(claims);
    return Reliability.learn(knowledge, List.of(claims), List.of(event), rulings).judge(event);
  }

  private static Ruling ruling(Ruling.Subject subject, String id, String value) {
    return new Ruling(subject, id, value, Optional.empty(), "looked it up", "Ann", Instant.EPOCH);
  }

  @Test
  void A01_quantilesOfTheBetaDistribution() {
    assertThat(Beta.quantile(0.10, 1, 1)).isCloseTo(0.10, within(1e-6));
    assertThat(Beta.quantile(0.5, 3, 3)).isCloseTo(0.5, within(1e-6));
    assertThat(Beta.quantile(0.10, 5, 1)).isCloseTo(Math.pow(0.10, 1 / 5.0), within(1e-6));
    assertThat(Beta.below(0.3, 2, 5)).isCloseTo(0.579825, within(1e-6));
  }

  @Test
  void B01_oneSourceCitedByManyIsOneRoot() {
    List<Word> words = judge(told("a", "Gazette", "bureau"), told("b", "Courier", "bureau"), told("c", "Herald", "bureau")).words();
    assertThat(words).singleElement().satisfies(w -> {
      assertThat(w.root().key()).isEqualTo("bureau");
      assertThat(w.claims()).hasSize(3);
      assertThat(w.publishers()).containsExactly("Gazette", "Courier", "Herald");
    });
  }

  @Test
  void B02_copiesAreOneTestimony() {
    String words = "the garrison left the town of the mills before dawn and took its guns along the river road";
    Claim first = in("a", "Drum").that("army", "capture", "rebels").words(words).claim();
    Claim copy = in("b", "Torch").that("army", "capture", "rebels").words(words + " today").claim();
    assertThat(judge(first, copy).words()).hasSize(1);
  }

  @Test
  void B03_peopleWithoutANameAreOneRootForEachBloc() {
    List<Word> words = judge(told("a", "Drum", "activists"), told("b", "Torch", "witnesses"), told("c", "Herald", "local activists"), told("d", "Gazette", "Jan Varga")).words();
    assertThat(words).extracting(w -> w.root().named()).containsExactly(false, false, true);
    assertThat(words.getFirst().claims()).hasSize(2);
  }

  @Test
  void B04_anOutletThatCitesSomebodyForItVouchesForNothing() {
    Claim own = in("a", "Gazette").at(0).that("army", "capture", "rebels").words("the army took it").claim();
    Claim cited = in("a", "Gazette").at(100).that("army", "capture", "rebels").says("bureau").words("the army took it, it said").claim();
    assertThat(judge(own, cited).words()).singleElement().satisfies(w -> assertThat(w.root().key()).isEqualTo("bureau"));
  }

  @Test
  void B05_documentByDocumentWhoeverIsCited() {
    List<Word> words = judge(
        own("a").at(0).claim(), own("a").at(100).says("bureau").claim(),
        own("b").at(0).claim(), own("b").at(100).says("office").claim()).words();
    assertThat(words).extracting(w -> w.root().key()).containsExactlyInAnyOrder("bureau", "office");
    assertThat(words).allSatisfy(w -> assertThat(w.claims()).hasSize(2));
  }

  @Test
  void B06_whatItTellsWhereItCitesNobodyIsItsOwnWord() {
    List<Word> words = judge(own("a").at(0).claim(), own("a").at(100).says("bureau").claim(), own("b").claim()).words();
    assertThat(words).extracting(w -> w.root().name()).containsExactlyInAnyOrder("bureau", "Gazette");
    assertThat(words).extracting(w -> w.claims().size()).containsExactlyInAnyOrder(2, 1);
  }

  @Test
  void B07_whoCopiesThatAddsNothingEither() {
    String words = "the garrison left the town of the mills before dawn and took its guns along the river road";
    Claim first = own("a").at(0).words(words).claim();
    Claim cited = own("a").at(200).says("bureau").words("it was taken, it said").claim();
    Claim copy = in("b", "Torch").that("army", "capture", "rebels").words(words).claim();
    assertThat(judge(first, cited, copy).words()).singleElement().satisfies(w -> assertThat(w.root().key()).isEqualTo("bureau"));
  }

  private static Telling own(String doc) {
    return in(doc, "Gazette").that("army", "capture", "rebels").words("of document " + doc);
  }

  @Test
  void C01_interestIsWhomItFavours() {
    assertThat(interest(told("a", "Herald"))).isEqualTo(Interest.SELF_SERVING);
    assertThat(interest(told("a", "Drum"))).isEqualTo(Interest.AGAINST_INTEREST);
    assertThat(interest(told("a", "Gazette"))).isEqualTo(Interest.NEUTRAL);
    Claim withdrawal = in("a", "Drum").that("rebels", "withdrawal", "").claim();
    assertThat(interest(withdrawal)).isEqualTo(Interest.AGAINST_INTEREST);
  }

  @Test
  void C02_aDenialTurnsItRound() {
    Claim denied = in("a", "Drum").that("army", "capture", "rebels").held(Certainty.DENIED).claim();
    Word word = judge(denied).words().getFirst();
    assertThat(word.stance()).isEqualTo(Stance.DENY);
    assertThat(word.interest()).isEqualTo(Interest.SELF_SERVING);
  }

  @Test
  void C03_whoeverHitsCiviliansComesOffBadly() {
    Claim harm = in("a", "Drum").that("army", "air_strike", "?villagers").killed(3, 3, "").claim();
    assertThat(interest(harm)).isEqualTo(Interest.SELF_SERVING);
    Claim own = in("a", "Herald").that("army", "air_strike", "?villagers").killed(3, 3, "").claim();
    assertThat(interest(own)).isEqualTo(Interest.AGAINST_INTEREST);
    Claim market = in("a", "Drum").that("army", "air_strike", "?crowded market").claim();
    assertThat(interest(market)).isEqualTo(Interest.SELF_SERVING);
    Claim fighters = in("a", "Herald").that("army", "air_strike", "rebels").killed(3, 3, "").claim();
    assertThat(interest(fighters)).isEqualTo(Interest.SELF_SERVING);
  }

  @Test
  void C04_whoDeniesWhatOthersSayOfCiviliansDoesSoInItsOwnInterest() {
    Claim harm = in("a", "Gazette").that("army", "air_strike", "?villagers").killed(3, 3, "").claim();
    Claim denial = in("b", "Herald").that("army", "air_strike", "rebels").held(Certainty.DENIED).claim();
    Word word = judge(harm, denial).words().stream().filter(w -> w.stance() == Stance.DENY).findFirst().orElseThrow();
    assertThat(word.interest()).isEqualTo(Interest.SELF_SERVING);
    assertThat(judge(denial).words().getFirst().interest()).as("of fighters alone").isEqualTo(Interest.AGAINST_INTEREST);
  }

  private static Interest interest(Claim claim) {
    return judge(claim).words().getFirst().interest();
  }

  @Test
  void D01_theDigitComesFromCorroboration() {
    assertThat(judge(told("a", "Herald")).digit()).isEqualTo(3);
    assertThat(judge(told("a", "Herald"), told("b", "Gazette")).digit()).isEqualTo(1);
    assertThat(judge(told("a", "Herald"), told("b", "x", "staff college")).digit()).isEqualTo(2);
    assertThat(judge(told("a", "Drum")).digit()).isEqualTo(2);
    Claim denial = in("z", "Drum").that("army", "capture", "rebels").held(Certainty.DENIED).claim();
    assertThat(judge(told("a", "Herald"), denial).digit()).isEqualTo(4);
    assertThat(judge(told("a", "Herald"), told("b", "Gazette"), denial).digit()).isEqualTo(2);
    Claim neutral = in("y", "Gazette").that("army", "capture", "rebels").held(Certainty.DENIED).claim();
    assertThat(judge(told("a", "Herald"), denial, neutral).digit()).isEqualTo(5);
    Claim rumour = in("r", "").that("army", "capture", "rebels").says("rumours").held(Certainty.POSSIBLE).claim();
    assertThat(judge(rumour).digit()).isEqualTo(6);
  }

  @Test
  void D02_planIsNoWord() {
    Claim plan = in("a", "Gazette").that("army", "capture", "rebels").held(Certainty.PLANNED).claim();
    Judgement judgement = judge(plan);
    assertThat(judgement.words()).isEmpty();
    assertThat(judgement.digit()).isEqualTo(6);
  }

  @Test
  void D03_supportIsTheSumOfItsTermsAndCopiesAddNothing() {
    Support one = judge(told("a", "Gazette", "bureau")).support();
    Support many = judge(told("a", "Gazette", "bureau"), told("b", "Courier", "bureau"), told("c", "Torch", "bureau")).support();
    assertThat(many.logOdds()).isEqualTo(one.logOdds());
    Support two = judge(told("a", "Gazette"), told("b", "Courier")).support();
    assertThat(two.logOdds())
        .isCloseTo(two.prior() + two.terms().stream().mapToDouble(Support.Term::value).sum(), within(1e-12))
        .isGreaterThan(one.logOdds());
    Support.Term term = two.terms().getFirst();
    assertThat(term.value()).isCloseTo(term.discount() * Math.log(term.ifSo() / term.ifNot()), within(1e-12));
  }

  @Test
  void D04_againstInterestWeighsMoreThanSelfServing() {
    double boast = judge(told("a", "Herald")).support().logOdds();
    double concession = judge(told("a", "Drum")).support().logOdds();
    assertThat(concession).isGreaterThan(boast);
  }

  @Test
  void E01_aRulingSettlesAClaimAndTheSourceIsGradedByIt() {
    List<Claim> claims = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    List<Ruling> rulings = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Claim claim = told("d" + i, "Herald");
      claims.add(claim);
      events.add(ReliabilityFigures.event("e" + i, List.of(claim)));
      rulings.add(ruling(Ruling.Subject.CLAIM, claim.id(), i == 0 ? "false" : "true"));
    }
    Reliability learned = Reliability.learn(knowledge, claims, events, rulings);
    SourceRecord herald = learned.find("Herald").orElseThrow();
    assertThat(herald.overall().n()).isCloseTo(12, within(0.5));
    assertThat(herald.overall().k() / herald.overall().n()).isCloseTo(11 / 12.0, within(1e-9));
    assertThat(herald.overall().letter()).isIn(Letter.B, Letter.C, Letter.D);
    assertThat(herald.cells()).singleElement().satisfies(c -> {
      assertThat(c.interest()).contains(Interest.SELF_SERVING);
      assertThat(c.resolved()).hasSize(12);
    });
    Cell without = Objects.requireNonNull(learned.judge(events.get(0)).records().get("Herald"));
    assertThat(without.resolved()).as("the event itself does not count").hasSize(11).allMatch(r -> !r.event().equals("e0"));
    List<Ruling> withdrawn = new ArrayList<>(rulings);
    claims.forEach(c -> withdrawn.add(ruling(Ruling.Subject.CLAIM, c.id(), "")));
    Cell none = Reliability.learn(knowledge, claims, events, withdrawn).find("Herald").orElseThrow().overall();
    assertThat(none.n()).isZero();
    assertThat(none.letter()).isEqualTo(Letter.F);
  }

  @Test
  void E02_whatTheLoserConcedesBearsTheOthersOutAndNotItself() {
    Claim boast = told("a", "Herald");
    Claim concession = told("b", "Drum");
    Event event = event(boast, concession);
    Reliability learned = Reliability.learn(knowledge, List.of(boast, concession), List.of(event), List.of());
    assertThat(learned.find("Herald").orElseThrow().overall().k()).isGreaterThan(0);
    assertThat(learned.find("Drum").orElseThrow().overall().n()).isZero();
  }

  @Test
  void E03_controlThatNobodyContestsForTwoWeeks() {
    Claim capture = told("a", "Herald");
    Claim later = Telling.in("b").by("Gazette", "2018-03-20").near("Millford", 34, 38, 2).on("2018-03-12").that("army", "supply", "").claim();
    Event event = event(capture);
    assertThat(Reliability.learn(knowledge, List.of(capture, later), List.of(event), List.of()).find("Herald").orElseThrow().overall().k())
        .isGreaterThan(0);
    Claim otherwise = Telling.in("c").by("Gazette", "2018-03-13").near("Millford", 34, 38, 2).on("2018-03-12").that("rebels", "control", "").claim();
    Cell failed =
        Reliability.learn(knowledge, List.of(capture, later, otherwise), List.of(event), List.of()).find("Herald").orElseThrow().overall();
    assertThat(failed.n()).isGreaterThan(0);
    assertThat(failed.k()).isZero();
    assertThat(Reliability.learn(knowledge, List.of(capture), List.of(event), List.of()).find("Herald").orElseThrow().overall().n())
        .as("nobody told of the place again")
        .isZero();
  }

  @Test
  void E04_rulingsStandInTheirPlaceAndWhatIsComputedStays() {
    Claim claim = told("a", "Herald");
    Judgement judgement =
        judge(List.of(ruling(Ruling.Subject.EVENT, "e1", "5"), ruling(Ruling.Subject.SOURCE, "Herald", "B")), claim);
    assertThat(judgement.digit()).isEqualTo(3);
    assertThat(judgement.ruling()).get().extracting(Ruling::value).isEqualTo("5");
    assertThat(judgement.letter()).isEqualTo(Letter.B);
    assertThat(judgement.others()).extracting(Ruling::id).containsExactly("Herald");
  }

  @Test
  void E05_airwarsGradesAreForHarmToCivilians() {
    Claim drum = in("a", "Drum").that("army", "air_strike", "?villagers").killed(3, 3, "").claim();
    Claim gazette = in("b", "Gazette").that("army", "air_strike", "?villagers").killed(4, 4, "").words("four died in it").claim();
    Claim herald = in("c", "Herald").that("army", "air_strike", "?villagers").words("the strike hit a house").claim();
    assertThat(judge(drum).airwars()).contains(Judgement.Airwars.WEAK);
    assertThat(judge(drum, gazette).airwars()).contains(Judgement.Airwars.FAIR);
    assertThat(judge(drum, gazette, herald).airwars()).contains(Judgement.Airwars.CONFIRMED);
    assertThat(judge(told("a", "Drum")).airwars()).isEmpty();
  }

  @Test
  void N01_theOrderOfClaimsDoesNotMatter() {
    Partisans war = new Partisans(5);
    List<Claim> claims = war.claims(60);
    List<Event> events = ReliabilityFigures.events(claims, war::happening);
    List<Claim> shuffled = new ArrayList<>(claims);
    Collections.shuffle(shuffled, new Random(1));
    Reliability one = Reliability.learn(knowledge, claims, events, List.of());
    Reliability other = Reliability.learn(knowledge, shuffled, events.reversed(), List.of());
    assertThat(other.sources()).isEqualTo(one.sources());
    events.forEach(e -> assertThat(other.judge(e)).isEqualTo(one.judge(e)));
  }

  @Test
  void N02_claimsWithoutPlaceTimeOrPartiesAreGradedAll() {
    Claim bare = Telling.in("a").that("", "shelling", "").claim();
    Claim far = Telling.in("b").by("Gazette", "1850-01-01").on("2190-01-01").that("army", "capture", "rebels").claim();
    assertThat(judge(bare, far).words()).hasSize(2);
    assertThat(Reliability.learn(knowledge, List.of(), List.of(), List.of()).sources()).isEmpty();
  }
}
