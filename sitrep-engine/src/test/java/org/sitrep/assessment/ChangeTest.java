package org.sitrep.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.control.ControlEntry;
import org.sitrep.control.LedgerChange;
import org.sitrep.fusion.Telling;

import static org.assertj.core.api.Assertions.assertThat;

/** Claims that come and go one document after the other leave the ledger that is drawn up of all at once. */
class ChangeTest {

  private static final Assessment ASSESSMENT = War.assessment();
  private static final String DISPATCH = "soldiers raised their flag over the town hall and the mill beside the old bridge";

  @Test
  void A01_whatTellsNothingOfControlChangesNothing() {
    Ledger ledger = new Ledger();
    assertThat(ledger.put(List.of(), List.of())).isEqualTo(LedgerChange.NOTHING);
    assertThat(ledger.put(List.of(War.told("a", "army", "clash", "2018-03-01").claim()), List.of()))
        .isEqualTo(LedgerChange.NOTHING);
    assertThat(ledger.asked).isZero();
  }

  @Test
  void A02_aWordOnAnotherPlaceLeavesTheOthersAlone() {
    Ledger ledger = new Ledger();
    ledger.put(List.of(War.told("a", "army", "capture", "2018-03-01").claim()), List.of());
    LedgerChange change = ledger.put(List.of(War.told("b", "rebels", "capture", "2018-03-09").claim()), List.of());
    assertThat(change.restated()).isEmpty();
    assertThat(change.entries()).extracting(ControlEntry::claim).containsExactly("b-0-capture");
    ledger.isThatOfAllAtOnce();
  }

  @Test
  void A03_anEarlierReportThatTurnsUpLateRestatesItsCopy() {
    Ledger ledger = new Ledger();
    ledger.put(List.of(dispatch("b", "2018-03-03")), List.of());
    LedgerChange change = ledger.put(List.of(dispatch("a", "2018-03-02")), List.of());
    assertThat(change.restated()).containsExactly("b-0-capture");
    assertThat(change.entries()).extracting(ControlEntry::copyOf).containsExactlyInAnyOrder(List.of(), List.of("a-0-capture"));
    ledger.isThatOfAllAtOnce();
  }

  @Test
  void A04_aReportThatGoesLeavesItsCopyWithoutALink() {
    Ledger ledger = new Ledger();
    Claim first = dispatch("a", "2018-03-02");
    ledger.put(List.of(first, dispatch("b", "2018-03-03")), List.of());
    LedgerChange change = ledger.put(List.of(), List.of(first));
    assertThat(change.restated()).containsExactlyInAnyOrder("a-0-capture", "b-0-capture");
    assertThat(change.entries()).singleElement().satisfies(e -> assertThat(e.copyOf()).isEmpty());
    ledger.isThatOfAllAtOnce();
  }

  @Test
  void A05_aNewVersionThatSaysTheSameChangesNothing() {
    Ledger ledger = new Ledger();
    Claim first = dispatch("a", "2018-03-02");
    ledger.put(List.of(first), List.of());
    assertThat(ledger.put(List.of(version(first, "later")), List.of(first))).isEqualTo(LedgerChange.NOTHING);
    ledger.isThatOfAllAtOnce();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void B01_oneDocumentAfterTheOtherGivesTheLedgerOfAllAtOnce(long seed) {
    Random random = new Random(seed);
    Press press = new Press(random);
    Ledger ledger = new Ledger();
    for (int i = 0; i < 70; i++) {
      ledger.put(press.document(), List.of());
      ledger.isThatOfAllAtOnce();
    }
    assertThat(ledger.entries()).filteredOn(e -> !e.copyOf().isEmpty()).hasSizeGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void B02_batchesWithLateArrivalsRemovalsAndNewVersionsGiveTheSame(long seed) {
    Random random = new Random(seed);
    Press press = new Press(random);
    Ledger ledger = new Ledger();
    int removals = 0;
    for (int step = 0; step < 50; step++) {
      List<Claim> added = new ArrayList<>();
      List<Claim> removed = new ArrayList<>();
      List<String> there = new ArrayList<>(ledger.documents.keySet());
      for (int i = random.nextInt(4); i > 0 && !there.isEmpty(); i--) {
        List<Claim> gone = ledger.documents.getOrDefault(there.remove(random.nextInt(there.size())), List.of());
        removed.addAll(gone);
        removals++;
        if (random.nextBoolean()) {
          gone.subList(random.nextInt(2) % gone.size(), gone.size()).forEach(c -> added.add(version(c, "v" + press.written)));
        }
      }
      for (int i = random.nextInt(6); i > 0; i--) {
        added.addAll(press.document());
      }
      ledger.put(added, removed);
      ledger.isThatOfAllAtOnce();
    }
    assertThat(removals).isGreaterThan(20);
    assertThat(ledger.entries()).filteredOn(e -> !e.copyOf().isEmpty()).isNotEmpty();
  }

  private static Claim dispatch(String doc, String day) {
    return War.told(doc, "army", "capture", "2018-03-01").by("outlet " + doc, day).words(DISPATCH).claim();
  }

  /** The claim in another snapshot of its document. */
  private static Claim version(Claim c, String digest) {
    return new Claim(
        c.id(), c.doc(), digest + " of " + c.doc(), c.publisher(), c.published(), c.section(), c.evidence(), c.type(), c.subType(),
        c.actors(), c.targets(), c.places(), c.time(), c.attribution(), c.certainty(), c.casualties(), c.materiel(),
        c.distance(), c.provenance());
  }

  /** Outlets that copy, shorten and change one another's sentences; some use an id twice, some print no day. */
  private static final class Press {

    private static final String[] KINDS = {"capture", "capture", "withdrawal", "control", "siege", "clash"};
    private final Random random;
    private final List<List<String>> printed = new ArrayList<>();
    private int written;

    Press(Random random) {
      this.random = random;
    }

    List<Claim> document() {
      List<String> sentences = new ArrayList<>();
      if (!printed.isEmpty() && random.nextInt(3) > 0) {
        printed.get(random.nextInt(printed.size())).forEach(s -> sentences.add(random.nextInt(3) == 0 ? changed(s) : s));
      } else {
        for (int i = random.nextInt(4); i >= 0; i--) {
          sentences.add(KINDS[random.nextInt(KINDS.length)] + " " + words(6 + random.nextInt(9)));
        }
      }
      printed.add(sentences);
      boolean twice = random.nextInt(5) == 0;
      String doc = "d" + (twice ? random.nextInt(written + 1) : written);
      String day = random.nextInt(6) == 0 ? "" : "2018-03-" + (10 + random.nextInt(12));
      List<Claim> claims = new ArrayList<>();
      for (String sentence : sentences) {
        Claim claim = claim(doc, 10_000 * written + 200 * claims.size(), day, sentence);
        claims.add(version(claim, "first " + written));
      }
      written++;
      return claims;
    }

    private Claim claim(String doc, int at, String day, String sentence) {
      String kind = sentence.substring(0, sentence.indexOf(' '));
      Telling telling = Telling.in(doc).at(at).by("outlet" + random.nextInt(5), day).that("army", kind, "rebels");
      telling.near("Village " + sentence.length() % 3, 34 + sentence.length() % 3, 38, 2);
      if (random.nextInt(8) > 0) {
        telling.on("2018-03-09");
      }
      if (random.nextInt(4) == 0) {
        telling.says("army news");
      }
      telling.held(random.nextInt(9) == 0 ? Certainty.PLANNED : Certainty.CERTAIN);
      return telling.words(sentence.substring(kind.length() + 1)).claim();
    }

    private String changed(String sentence) {
      String[] words = sentence.split(" ");
      words[1 + random.nextInt(words.length - 1)] = words(1);
      return String.join(" ", words) + (random.nextBoolean() ? " " + words(2) : "");
    }

    private String words(int count) {
      StringBuilder words = new StringBuilder();
      for (int i = 0; i < count; i++) {
        words.append(i == 0 ? "" : " ").append("word").append((char) ('a' + random.nextInt(26))).append((char) ('a' + random.nextInt(26)));
      }
      return words.toString();
    }
  }

  /** Keeps documents under their keys, and entries as a store does. */
  private static final class Ledger {

    private final Map<String, List<Claim>> documents = new LinkedHashMap<>();
    private final Map<Long, Set<String>> filed = new HashMap<>();
    private final List<ControlEntry> entries = new ArrayList<>();
    private int asked;

    LedgerChange put(List<Claim> added, List<Claim> removed) {
      LedgerChange change = ASSESSMENT.change(added, removed, this::known);
      entries.removeIf(e -> change.restated().contains(e.claim()));
      entries.addAll(change.entries());
      removed.forEach(c -> documents.remove(c.digest()));
      added.forEach(c -> documents.computeIfAbsent(c.digest(), d -> new ArrayList<>()).add(c));
      for (Claim claim : added) {
        for (long key : ASSESSMENT.keys(List.of(claim)).getOrDefault(claim.id(), new long[0])) {
          filed.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(claim.digest());
        }
      }
      return change;
    }

    private List<Claim> known(Collection<Long> keys) {
      asked++;
      Set<String> found = new LinkedHashSet<>();
      keys.forEach(k -> found.addAll(filed.getOrDefault(k, Set.of())));
      return found.stream().flatMap(d -> documents.getOrDefault(d, List.of()).stream()).toList();
    }

    List<ControlEntry> entries() {
      return entries.stream().sorted(ControlEntry.IN_ORDER).toList();
    }

    void isThatOfAllAtOnce() {
      List<Claim> all = documents.values().stream().flatMap(List::stream).toList();
      assertThat(entries().toString()).isEqualTo(ASSESSMENT.entries(all).toString());
    }
  }
}
