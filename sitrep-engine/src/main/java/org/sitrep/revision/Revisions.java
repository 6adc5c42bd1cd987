package org.sitrep.revision;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.knowledge.Knowledge;
import org.sitrep.knowledge.Layout;
import org.sitrep.page.Block;
import org.sitrep.revision.Revision.ClaimChange;
import org.sitrep.revision.Revision.SentenceChange;
import org.sitrep.revision.Revision.Sort;

/**
 * Compares two versions of a document: which sentences changed, which claims were gained and lost, which say
 * something else now, and whether the page owns up to it. Only headline, standfirst, text, quotations and
 * captions are compared. A sentence is looked for in the same kind of part first, then anywhere.
 *
 * <p>Pure and thread-safe; never throws. Time grows with the product of the sentences that differ; stretches
 * of more than some two million such pairs count as wholly rewritten.
 */
public final class Revisions {

  private static final Set<Block.Kind> COMPARED =
      Set.of(
          Block.Kind.HEADLINE, Block.Kind.STANDFIRST, Block.Kind.BODY, Block.Kind.BLOCK_QUOTE, Block.Kind.CAPTION);

  private final Layout layout;
  private final Trifles trifles;

  /** With the wording of {@code layout/*.yml}: notices of correction, page furniture. */
  public Revisions(Knowledge knowledge) {
    this.layout = knowledge.layout();
    this.trifles = new Trifles(knowledge);
  }

  /** What changed from {@code older} to {@code newer}. */
  public Revision compare(Edition older, Edition newer) {
    List<Sentence> before = Sentence.list(older.segments());
    List<Sentence> after = Sentence.list(newer.segments());
    Optional<String> notice = notice(before, after);
    List<Sentence> beforeText = compared(before);
    List<Sentence> afterText = compared(after);
    Alignment alignment = Alignment.of(beforeText, afterText);
    ClaimPairing pairing = new ClaimPairing(older, newer, beforeText, afterText, alignment);
    List<ClaimChange> claims = pairing.changes();
    boolean modified = newer.modified().isPresent() && !newer.modified().equals(older.modified());
    return new Revision(
        older, newer, sentences(beforeText, afterText, alignment, pairing), claims, notice, modified);
  }

  private static List<Sentence> compared(List<Sentence> all) {
    return all.stream().filter(s -> COMPARED.contains(s.kind())).toList();
  }

  /** The first sentence of the later version that owns up to a change and was not there before. */
  private Optional<String> notice(List<Sentence> before, List<Sentence> after) {
    Set<String> known = new HashSet<>();
    before.forEach(s -> known.add(s.key()));
    return after.stream()
        .filter(s -> layout.begins(Layout.Phrase.CORRECTION, s.text()) && !known.contains(s.key()))
        .map(Sentence::text)
        .findFirst();
  }

  private List<SentenceChange> sentences(
      List<Sentence> before, List<Sentence> after, Alignment alignment, ClaimPairing pairing) {
    List<SentenceChange> changes = new ArrayList<>();
    int next = 0;
    for (int j = 0; j < after.size(); j++) {
      int i = alignment.back(j);
      if (i == ExactMatch.NONE) {
        boolean trivial = trifles.isFurniture(after.get(j)) && !pairing.touchesAfter(j);
        changes.add(new SentenceChange(Sort.GAINED, after.get(j).kind(), "", after.get(j).text(), trivial));
        continue;
      }
      if (!alignment.isMoved(i)) {
        next = lost(changes, before, next, i, alignment, pairing);
      }
      if (alignment.isMoved(i) || !before.get(i).text().equals(after.get(j).text())) {
        boolean touched = pairing.touchesBefore(i) || pairing.touchesAfter(j);
        boolean trivial = !touched && !alignment.isMoved(i) && trifles.areSame(before.get(i), after.get(j));
        Sort sort = alignment.isMoved(i) ? Sort.MOVED : Sort.CHANGED;
        changes.add(new SentenceChange(sort, after.get(j).kind(), before.get(i).text(), after.get(j).text(), trivial));
      }
    }
    lost(changes, before, next, before.size(), alignment, pairing);
    return changes;
  }

  /** Adds what went between two sentences of the earlier version; gives where to go on. */
  private int lost(
      List<SentenceChange> changes, List<Sentence> before, int from, int to, Alignment alignment, ClaimPairing pairing) {
    for (int i = from; i < to; i++) {
      if (alignment.partner(i) == ExactMatch.NONE) {
        boolean trivial = trifles.isFurniture(before.get(i)) && !pairing.touchesBefore(i);
        changes.add(new SentenceChange(Sort.LOST, before.get(i).kind(), before.get(i).text(), "", trivial));
      }
    }
    return Math.max(from, to);
  }
}
