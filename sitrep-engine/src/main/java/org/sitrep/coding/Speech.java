package org.sitrep.coding;

import java.util.Optional;
import java.util.Set;
import org.sitrep.claim.Attribution.Stance;
import org.sitrep.mention.Upos;

/** Which words attribute, and how; which phrases can speak. */
final class Speech {

  private static final Set<String> SELF = Set.of("i", "we", "you", "me", "us", "myself", "ourselves");

  private Speech() {}

  static boolean isVerb(Words words, int token) {
    return words.isVerb(token) && stance(words, token).isPresent();
  }

  /** How a speech verb takes what is said; empty where it is none. */
  static Optional<Stance> stance(Words words, int token) {
    if (words.cue("attribution.verbs.neutral", token)) {
      return Optional.of(Stance.NEUTRAL);
    }
    if (words.cue("attribution.verbs.distanced", token)) {
      return Optional.of(Stance.DISTANCED);
    }
    if (words.cue("attribution.verbs.shared", token)) {
      return Optional.of(Stance.SHARED);
    }
    return words.cue("attribution.verbs.denial", token) ? Optional.of(Stance.DENIAL) : Optional.empty();
  }

  /** A noun that holds words: "statement", "reports". */
  static boolean isNoun(Words words, int token) {
    return words.isNoun(token) && words.cue("attribution.nouns", token);
  }

  static boolean isEvidence(Words words, int token) {
    return words.isNoun(token) && words.cue("attribution.evidence", token);
  }

  /** "I", "we", "you": whoever speaks or is spoken to already, not somebody who is named by it. */
  static boolean isSelf(Words words, int token) {
    return SELF.contains(words.lower(token));
  }

  /** Whether a phrase can speak: a party, a source, or a noun for people and bodies that speak. */
  static boolean canSpeak(Words words, int token) {
    return words.sourceAt(token).isPresent()
        || words.actorAt(token).isPresent()
        || words.isPronoun(token)
        || words.isPerson(token)
        || isSome(words, token)
        || (words.isNoun(token)
            && (isPersonNoun(words, token) || isBodyNoun(words, token) || isDocument(words, token) || words.placeAt(token).isPresent()));
  }

  static boolean isPersonNoun(Words words, int token) {
    return words.isNoun(token) && words.cue("attribution.speaker.person", token);
  }

  static boolean isBodyNoun(Words words, int token) {
    return words.isNoun(token) && words.cue("attribution.speaker.body", token);
  }

  static boolean isDocument(Words words, int token) {
    return words.isNoun(token) && words.cue("attribution.speaker.document", token);
  }

  /** "Some", "others", "two of them". */
  private static boolean isSome(Words words, int token) {
    return words.tree.upos(token) == Upos.NUM && words.is(token, "any") || words.cue("attribution.speaker.some", token);
  }
}
