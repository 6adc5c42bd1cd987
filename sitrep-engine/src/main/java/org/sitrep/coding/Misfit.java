package org.sitrep.coding;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sitrep.knowledge.Frame;
import org.sitrep.mention.Upos;

/** What a frame asks for that the words around its trigger do not give. */
enum Misfit {
  SUBJECT,
  OBJECT,
  MEASURE,
  AMONG,
  OF,
  POSSESSOR;

  /** What keeps a verb's phrases from fitting a frame; null where they fit. */
  static @Nullable Misfit ofVerb(Words words, Frame frame, Arguments arguments) {
    boolean subject =
        frame.subject().isEmpty() || (arguments.subject < 0 ? !needed(frame) || frame.subject().contains(Frame.NONE) : words.is(arguments.subject, frame.subject()));
    if (!subject) {
      return SUBJECT;
    }
    boolean object =
        frame.object().isEmpty()
            || (arguments.object >= 0 ? words.is(arguments.object, frame.object()) : frame.object().contains(Frame.NONE));
    if (!object) {
      return OBJECT;
    }
    return arguments.object >= 0 && words.tree.upos(arguments.object) == Upos.SYM ? MEASURE : null;
  }

  /** A frame that only asks for a subject cannot do without one. */
  private static boolean needed(Frame frame) {
    return frame.object().isEmpty();
  }

  /** The same for a noun. */
  static @Nullable Misfit ofNoun(Words words, Frame frame, Arguments arguments) {
    if (!frame.among().isEmpty() && arguments.all().stream().flatMap(t -> words.coordinated(t).stream()).noneMatch(t -> words.is(t, frame.among()))) {
      return AMONG;
    }
    boolean stated = frame.subject().isEmpty()
        || (arguments.subject >= 0 ? words.is(arguments.subject, frame.subject()) : frame.subject().contains(Frame.NONE));
    if (!stated) {
      return SUBJECT;
    }
    if (!frame.of().isEmpty() && !isOf(words, frame, arguments)) {
      return OF;
    }
    return frame.possessor().isEmpty() || isPossessed(words, frame, arguments) ? null : POSSESSOR;
  }

  private static boolean isOf(Words words, Frame frame, Arguments arguments) {
    List<Integer> of = arguments.in("of");
    return of.stream().anyMatch(t -> words.is(t, frame.of()))
        || of.isEmpty() && arguments.possessors.isEmpty() && frame.of().contains(Frame.NONE)
        || of.isEmpty() && arguments.possessors.stream().anyMatch(t -> words.is(t, frame.of()));
  }

  private static boolean isPossessed(Words words, Frame frame, Arguments arguments) {
    return arguments.possessors.stream().anyMatch(t -> words.is(t, frame.possessor()))
        || arguments.in("of").stream().anyMatch(t -> words.is(t, frame.possessor()))
        || arguments.agents.stream().anyMatch(t -> words.is(t, frame.possessor()))
        || (arguments.subject >= 0 && words.is(arguments.subject, frame.possessor()));
  }

  /** What the frame asks for, for a person. */
  String asks(Frame frame) {
    return switch (this) {
      case SUBJECT -> "asks for a subject that is " + classes(frame.subject());
      case OBJECT -> "asks for an object that is " + classes(frame.object());
      case MEASURE -> "asks for an object that is no measure";
      case AMONG -> "asks for a phrase that is " + classes(frame.among());
      case OF -> "asks for an \"of\" that is " + classes(frame.of());
      case POSSESSOR -> "asks for an owner or doer that is " + classes(frame.possessor());
    };
  }

  private static String classes(Set<String> classes) {
    Set<String> named = new TreeSet<>(classes);
    named.remove(Frame.NONE);
    return String.join(" or ", named);
  }

  /** The word that stands where the frame asks for another; -1 where there is none. */
  int token(Arguments arguments) {
    return switch (this) {
      case SUBJECT -> arguments.subject;
      case OBJECT, MEASURE -> arguments.object;
      case AMONG -> -1;
      case OF -> arguments.in("of").stream().findFirst().orElse(-1);
      case POSSESSOR -> arguments.possessors.stream().findFirst().orElse(-1);
    };
  }
}
