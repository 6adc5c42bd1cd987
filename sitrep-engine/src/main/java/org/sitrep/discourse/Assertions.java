package org.sitrep.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.claim.Casualties;
import org.sitrep.claim.Certainty;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Participant;
import org.sitrep.discussion.Proposition;
import org.sitrep.discussion.Proposition.Named;
import org.sitrep.entity.Place;
import org.sitrep.knowledge.DiscussionWords;
import org.sitrep.mention.AnnotatedSentence;
import org.sitrep.mention.Location;
import org.sitrep.mention.ResolvedArticle;
import org.sitrep.mention.SyntaxTree;
import org.sitrep.text.Span;

/**
 * Which of the claims that the coder finds in a post its writer asserts outright, in the writer's own words:
 * no question, supposition, wish, order or joke, nothing general, nothing handed on from somebody else, and
 * with slots that the very sentence states and a pack knows. Rather none than a wrong one.
 */
final class Assertions {

  private final Phrases supposed;
  private final Phrases general;
  private final Phrases notMeant;
  private final Phrases opensNone;
  private final Phrases deniesThat;
  private final Phrases nobody;
  private final Phrases negations;

  Assertions(DiscussionWords words) {
    supposed = new Phrases(words.supposed());
    general = new Phrases(words.general());
    notMeant = new Phrases(words.notMeant());
    opensNone = new Phrases(words.opensNoAssertion());
    deniesThat = new Phrases(words.deniesThat());
    nobody = new Phrases(words.nobody());
    negations = new Phrases(words.negations());
  }

  /**
   * Something asserted.
   *
   * @param proposition what
   * @param sentence the number of its sentence
   */
  record Said(Proposition proposition, int sentence) {}

  /** The propositions among {@code claims}, each once. */
  List<Said> of(String text, ResolvedArticle resolved, List<Claim> claims, List<Span> quoted) {
    List<Said> found = new ArrayList<>();
    for (Claim claim : claims) {
      sentence(resolved, claim)
          .filter(at -> isOutright(resolved, at) && !isForeign(claim, quoted))
          .flatMap(
              at ->
                  proposition(text, resolved.annotated().sentences().get(at), claim)
                      .map(p -> new Said(p, at)))
          .filter(s -> found.stream().noneMatch(f -> f.proposition().equals(s.proposition())))
          .ifPresent(found::add);
    }
    return found;
  }

  /** Whether a sentence states something as it stands. */
  boolean isOutright(ResolvedArticle resolved, int at) {
    String sentence = text(resolved, at);
    String next = at + 1 < resolved.annotated().sentences().size() ? text(resolved, at + 1) : "";
    return sentence.indexOf('?') < 0
        && !opensNone.begin(sentence)
        && !supposed.in(sentence)
        && !general.in(sentence)
        && !notMeant.in(sentence)
        && !notMeant.all(next)
        && !isOrder(resolved.annotated().sentences().get(at).tree());
  }

  private static boolean isOrder(SyntaxTree tree) {
    int root = tree.root();
    return root >= 0
        && tree.xpos(root).equals("VB")
        && tree.find(root, "nsubj") < 0
        && tree.find(root, "nsubj:pass") < 0;
  }

  private static boolean isForeign(Claim claim, List<Span> quoted) {
    Span evidence = claim.evidence().span();
    return claim.certainty() != Certainty.CERTAIN && claim.certainty() != Certainty.DENIED
        || !claim.attribution().chain().isEmpty()
        || quoted.stream().anyMatch(q -> q.overlaps(evidence));
  }

  /** The one sentence that a claim rests on; none where it rests on several. */
  private static Optional<Integer> sentence(ResolvedArticle resolved, Claim claim) {
    List<AnnotatedSentence> sentences = resolved.annotated().sentences();
    for (int i = 0; i < sentences.size(); i++) {
      if (sentences.get(i).tree().span().contains(claim.evidence().span())) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /** A sentence with the marks behind its last token: "... /s". */
  private static String text(ResolvedArticle resolved, int at) {
    Span span = resolved.annotated().sentences().get(at).tree().span();
    String all = resolved.annotated().article().text();
    int end = span.end(); // marks behind the last token belong to it: "... /s"
    return all.substring(span.start(), end);
  }

  private Optional<Proposition> proposition(String text, AnnotatedSentence at, Claim claim) {
    String sentence = at.tree().span().of(text);
    int denied = deniesThat.end(sentence);
    boolean turned = denied >= 0 && at.tree().span().start() + denied <= claim.evidence().span().end();
    boolean affirmed = (claim.certainty() == Certainty.CERTAIN) != turned;
    List<Named> actors = parties(claim.actors(), sentence);
    List<Named> targets = parties(claim.targets(), sentence);
    Optional<Named> place = claim.place().flatMap(p -> place(p, sentence, affirmed));
    boolean less =
        actors.size() < claim.actors().size()
            || targets.size() < claim.targets().size()
            || place.isEmpty() && claim.place().isPresent();
    // "not" over less than was said would deny more than was said; "with no resistance" denies no deed
    boolean unclear =
        affirmed
            ? nobody.in(sentence) || !turned && negations.in(claim.evidence().quote())
            : less || !turned && !negations.in(sentence);
    if (unclear || !says(actors, targets, place)) {
      return Optional.empty();
    }
    return Optional.of(
        new Proposition(
            claim.type().id(), claim.type().label(), actors, targets, place, affirmed, numbers(claim)));
  }

  private static boolean says(List<Named> actors, List<Named> targets, Optional<Named> place) {
    return place.isPresent() || !actors.isEmpty() && !targets.isEmpty();
  }

  private static List<Named> parties(List<Participant> participants, String sentence) {
    List<Named> found = new ArrayList<>();
    for (Participant party : participants) {
      if (party.actor().isPresent() && states(sentence, party.surface())) {
        found.add(new Named(party.actor().get(), party.name()));
      }
    }
    return found;
  }

  private static Optional<Named> place(Location location, String sentence, boolean affirmed) {
    return location
        .place()
        .filter(p -> location.isLocated() && states(sentence, location.name()))
        .filter(p -> !affirmed || p.feature() != Place.Feature.COUNTRY)
        .map(Assertions::named);
  }

  static Named named(Place place) {
    return new Named(place.id(), place.name());
  }

  private static boolean states(String sentence, String name) {
    return sentence.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
  }

  static List<Proposition.Number> numbers(Claim claim) {
    List<Proposition.Number> numbers = new ArrayList<>();
    for (Casualties loss : claim.casualties()) {
      Optional<Integer> high =
          loss.high().isPresent() ? Optional.of(loss.high().getAsInt()) : Optional.empty();
      numbers.add(
          new Proposition.Number(loss.fate().name().toLowerCase(Locale.ROOT), loss.low(), high));
    }
    return numbers;
  }
}
