package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Frame;

/** A word of happening met in a sentence, with its frame and arguments. Changed while a sentence is coded. */
final class Predicate {

  final Words words;
  final int token;
  final Frame frame;
  final Arguments arguments;
  final boolean nominal;
  /** All tokens that evoke the frame ("take", "control"). */
  final List<Integer> trigger;
  /** Id of the event type, once the means are known. */
  String type;
  /** Whether the means were stated, not assumed. */
  boolean meansStated;
  /** The predicate that this one only adds to ("..., killing five"). */
  @Nullable Predicate host;

  /** Predicates that add to this one. */
  final List<Predicate> effects = new ArrayList<>();

  final List<String> rules = new ArrayList<>();

  Predicate(Words words, int token, Frame frame, List<Integer> trigger, Arguments arguments, boolean nominal) {
    this.words = words;
    this.token = token;
    this.frame = frame;
    this.trigger = trigger;
    this.arguments = arguments;
    this.nominal = nominal;
    this.type = frame.type().id();
  }

  void joinTo(Predicate other) {
    if (other != this && other.host != this) {
      host = other;
      other.effects.add(this);
    }
  }

  /** The predicate that speaks for this one in the end. */
  Predicate top() {
    Predicate top = this;
    for (int i = 0; i < 8 && top.host != null; i++) {
      top = top.host;
    }
    return top;
  }
}
