package org.sitrep.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sitrep.claim.Claim;
import org.sitrep.revision.Revision.ClaimChange;
import org.sitrep.revision.Revision.SlotChange;
import org.sitrep.revision.Revision.Sort;

/**
 * Which claim of the later version is which of the earlier one: those of aligned sentences and one type or
 * with much in common, and elsewhere those of one type with nearly everything in common. The best pairs are
 * made first.
 */
final class ClaimPairing {

  private static final double ALIKE_HERE = 0.5;
  private static final double ALIKE_ELSEWHERE = 0.6;
  private static final Pattern MARKUP = Pattern.compile("<[^>]{0,500}>");

  /** Two claims that may be one. */
  private record Pair(int before, int after, double score) {}

  /** A claim with its sentence, or {@link ExactMatch#NONE}. */
  private record Placed(Claim claim, int sentence) {}

  private final Edition older;
  private final Edition newer;
  private final List<Placed> before;
  private final List<Placed> after;
  private final List<Sentence> beforeText;
  private final List<Sentence> afterText;
  private final Alignment alignment;
  private final boolean[] touchedBefore;
  private final boolean[] touchedAfter;

  ClaimPairing(
      Edition older, Edition newer, List<Sentence> beforeText, List<Sentence> afterText, Alignment alignment) {
    this.older = older;
    this.newer = newer;
    this.beforeText = beforeText;
    this.afterText = afterText;
    this.alignment = alignment;
    this.before = placed(older, beforeText);
    this.after = placed(newer, afterText);
    this.touchedBefore = new boolean[beforeText.size()];
    this.touchedAfter = new boolean[afterText.size()];
  }

  /** Whether a claim of a sentence of the earlier version changed or went. */
  boolean touchesBefore(int sentence) {
    return touchedBefore[sentence];
  }

  /** Whether a claim of a sentence of the later version changed or came. */
  boolean touchesAfter(int sentence) {
    return touchedAfter[sentence];
  }

  List<ClaimChange> changes() {
    boolean[] went = new boolean[before.size()];
    boolean[] came = new boolean[after.size()];
    Arrays.fill(went, true);
    Arrays.fill(came, true);
    List<ClaimChange> changed = new ArrayList<>();
    for (Pair pair : pairs()) {
      if (went[pair.before] && came[pair.after]) {
        went[pair.before] = false;
        came[pair.after] = false;
        compare(before.get(pair.before), after.get(pair.after)).ifPresent(changed::add);
      }
    }
    changed.sort(Comparator.comparing((ClaimChange c) -> c.after().orElseThrow().evidence().span()));
    for (int i = 0; i < went.length; i++) {
      if (went[i]) {
        touch(touchedBefore, before.get(i));
        changed.add(new ClaimChange(Sort.LOST, Optional.of(before.get(i).claim), Optional.empty(), List.of()));
      }
    }
    for (int j = 0; j < came.length; j++) {
      if (came[j]) {
        touch(touchedAfter, after.get(j));
        changed.add(new ClaimChange(Sort.GAINED, Optional.empty(), Optional.of(after.get(j).claim), List.of()));
      }
    }
    return changed;
  }

  private Optional<ClaimChange> compare(Placed a, Placed b) {
    boolean sameWords =
        a.sentence >= 0 && b.sentence >= 0 && beforeText.get(a.sentence).key().equals(afterText.get(b.sentence).key());
    List<SlotChange> slots =
        SlotReader.changes(a.claim, b.claim).stream()
            .filter(s -> !(sameWords && SlotReader.isReckoning(s, older.published(), newer.published())))
            .toList();
    if (slots.isEmpty()) {
      return Optional.empty();
    }
    touch(touchedBefore, a);
    touch(touchedAfter, b);
    return Optional.of(new ClaimChange(Sort.CHANGED, Optional.of(a.claim), Optional.of(b.claim), slots));
  }

  private static void touch(boolean[] touched, Placed placed) {
    if (placed.sentence >= 0) {
      touched[placed.sentence] = true;
    }
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      for (int j = 0; j < after.size(); j++) {
        double score = score(before.get(i), after.get(j));
        if (score > 0) {
          pairs.add(new Pair(i, j, score));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble((Pair p) -> -p.score).thenComparing(Pair::before).thenComparing(Pair::after));
    return pairs;
  }

  /** How well two claims fit; 0 where they are not one. */
  private double score(Placed a, Placed b) {
    boolean aligned = a.sentence >= 0 && alignment.partner(a.sentence) == b.sentence;
    boolean sameType = a.claim.type().id().equals(b.claim.type().id());
    if (!aligned && !sameType) {
      return 0;
    }
    double alike = SlotReader.agreement(a.claim, b.claim);
    if (aligned ? !sameType && alike < ALIKE_HERE : alike < ALIKE_ELSEWHERE) {
      return 0;
    }
    boolean sameFrame = a.claim.provenance().frame().equals(b.claim.provenance().frame());
    boolean sameSection = a.claim.section().equals(b.claim.section());
    return (aligned ? 4 : 0) + (sameType ? 3 : 0) + (sameFrame ? 1 : 0) + 3 * alike + (sameSection ? 0.5 : 0);
  }

  private static List<Placed> placed(Edition edition, List<Sentence> sentences) {
    return edition.claims().stream().map(c -> new Placed(c, sentence(edition, sentences, c))).toList();
  }

  /** The sentence of a claim's evidence: of the parts that it stands in, the one that has most of its words. */
  private static int sentence(Edition edition, List<Sentence> sentences, Claim claim) {
    String[] words =
        Sentence.words(MARKUP.matcher(claim.evidence().quote()).replaceAll(" ")).stream()
            .map(w -> w.toLowerCase(Locale.ROOT))
            .sorted()
            .toArray(String[]::new);
    int best = ExactMatch.NONE;
    double most = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Edition.Segment part = edition.segments().get(sentences.get(i).segment());
      double holds = part.span().overlaps(claim.evidence().span()) ? sentences.get(i).holds(words) : 0;
      if (holds > most) {
        most = holds;
        best = i;
      }
    }
    return best;
  }
}
