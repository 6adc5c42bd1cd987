package org.sitrep.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.Proposition.Named;
import org.sitrep.entity.Actor;
import org.sitrep.knowledge.DiscussionWords;
import org.sitrep.knowledge.DiscussionWords.Movement;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Location;
import org.sitrep.mention.Mention;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/**
 * Who went which way and who did not: "they did not come through A, they went through B". Such goings count in
 * contrast only: one that is denied, and others of its kind in the same post.
 */
final class Movements {

  private final Movement words;
  private final DiscussionWords all;
  private final Assertions assertions;

  Movements(DiscussionWords all, Assertions assertions) {
    this.all = all;
    this.words = all.movement();
    this.assertions = assertions;
  }

  List<Assertions.Said> of(ResolvedArticle resolved, List<Span> quoted) {
    List<Assertions.Said> found = new ArrayList<>();
    List<AnnotatedSentence> sentences = resolved.annotated().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      Span span = sentences.get(i).tree().span();
      if (assertions.isOutright(resolved, i) && quoted.stream().noneMatch(q -> q.overlaps(span))) {
        for (Mention.OfPlace place : sentences.get(i).list(Mention.OfPlace.class)) {
          int at = i;
          going(resolved, sentences.get(i), place)
              .ifPresent(p -> found.add(new Assertions.Said(p, at)));
        }
      }
    }
    return found.stream().filter(s -> found.stream().anyMatch(o -> isDeniedKind(o, s))).toList();
  }

  private static boolean isDeniedKind(Assertions.Said denied, Assertions.Said said) {
    return !denied.proposition().affirmed()
        && denied.proposition().kind().equals(said.proposition().kind());
  }

  private Optional<Proposition> going(
      ResolvedArticle resolved, AnnotatedSentence sentence, Mention.OfPlace mention) {
    SyntaxTree tree = sentence.tree();
    Location location = resolved.places().get(mention);
    int way = mention.first() - 1;
    int verb = way < 0 ? -1 : verb(tree, way);
    if (location == null || location.place().isEmpty() || verb < 0) {
      return Optional.empty();
    }
    Map.Entry<String, Movement.Kind> kind = kind(tree.form(way).toLowerCase(Locale.ROOT));
    Optional<List<Named>> actors = subject(resolved, sentence, verb);
    if (kind == null || actors.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Proposition(
            kind.getKey(),
            kind.getValue().label(),
            actors.get(),
            List.of(),
            location.place().map(Assertions::named),
            !isDenied(tree, verb),
            List.of()));
  }

  /** The verb of going right before the way, with nothing but small words between. */
  private int verb(SyntaxTree tree, int way) {
    for (int i = way - 1; i >= Math.max(0, way - 4); i--) {
      if (words.verbs().contains(tree.lemma(i).toLowerCase(Locale.ROOT))) {
        return i;
      }
      if (tree.form(i).length() == 1 && !Character.isLetterOrDigit(tree.form(i).charAt(0))) {
        return -1;
      }
    }
    return -1;
  }

  private Map.@org.jspecify.annotations.Nullable Entry<String, Movement.Kind> kind(String word) {
    for (Map.Entry<String, Movement.Kind> kind : words.kinds().entrySet()) {
      if (kind.getValue().words().contains(word)) {
        return kind;
      }
    }
    return null;
  }

  /** Who went: nobody named for "they"; empty where it is the writer, the reader or somebody unknown. */
  private Optional<List<Named>> subject(ResolvedArticle resolved, AnnotatedSentence sentence, int verb) {
    SyntaxTree tree = sentence.tree();
    int subject = tree.find(verb, "nsubj");
    if (subject < 0) {
      return Optional.empty();
    }
    if (words.others().contains(tree.form(subject).toLowerCase(Locale.ROOT))) {
      return Optional.of(List.of());
    }
    Optional<Mention.OfActor> mention = sentence.find(Mention.OfActor.class, subject);
    Optional<Actor> actor = mention.map(m -> resolved.actors().get(m));
    return actor.map(a -> List.of(new Named(a.id(), a.name())));
  }

  private boolean isDenied(SyntaxTree tree, int verb) {
    for (int i = Math.max(0, tree.find(verb, "nsubj")); i < verb; i++) {
      if (all.negations().contains(tree.form(i).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
