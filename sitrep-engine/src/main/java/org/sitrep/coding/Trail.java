package org.sitrep.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sitrep.claim.Dropped;
import org.sitrep.knowledge.Frame;
import org.sitrep.knowledge.Frames;
import org.sitrep.text.Span;

/** What coding left out and why, for whoever asks; kept only where somebody does. */
final class Trail {

  private static final int NAMED = 6;

  private final boolean on;
  private final List<Dropped> dropped = new ArrayList<>();

  private Trail(boolean on) {
    this.on = on;
  }

  static Trail on() {
    return new Trail(true);
  }

  static Trail off() {
    return new Trail(false);
  }

  boolean isOn() {
    return on;
  }

  /** In the order of the text. */
  List<Dropped> list() {
    return dropped.stream().distinct().sorted(Comparator.comparingInt(d -> d.span().start())).toList();
  }

  void drop(Span words, String considered, String why) {
    if (on) {
      dropped.add(new Dropped(words, considered, why));
    }
  }

  private void drop(Words words, int token, String considered, String why) {
    drop(words.tree.span(token), considered, why);
  }

  void drop(Predicate p, String why) {
    drop(p.words, p.token, p.frame.id(), why);
  }

  /** A word that adds to what another one tells. */
  void join(Predicate p) {
    if (on) {
      drop(p, "adds to what \"" + p.words.tree.form(p.top().token) + "\" tells");
    }
  }

  /** A frame that asks for something else than what stands around its word. */
  void misfit(Words words, int token, Frame frame, Misfit misfit, Arguments arguments) {
    if (on) {
      int found = misfit.token(arguments);
      String what = found < 0 ? "none is there" : '"' + words.text(words.phrase(found)) + "\" is none";
      drop(words, token, frame.id(), misfit.asks(frame) + ": " + what);
    }
  }

  /** A word that evokes no frame, or some only together with words that are not there. */
  void unmatched(Words words, int token, List<Frames.Match> matches, List<Frames.Match> incomplete) {
    if (!on) {
      return;
    }
    if (!incomplete.isEmpty()) {
      String needed = incomplete.stream().map(m -> '"' + String.join(" ", m.trigger().others()) + '"').distinct().limit(NAMED).collect(Collectors.joining(", "));
      drop(words, token, incomplete.getFirst().frame().id(), "tells of it only with words like " + needed);
    } else if (matches.isEmpty() && words.isVerb(token) && !Speech.isVerb(words, token)) {
      drop(words, token, "verb", "evokes no frame");
    }
  }

  /** Hands on what is kept, and notes the rest. */
  List<Draft> keep(List<Draft> drafts, List<Draft> kept, String why) {
    if (on) {
      drafts.stream().filter(d -> !kept.contains(d)).forEach(d -> drop(d.predicate, why));
    }
    return kept;
  }
}
