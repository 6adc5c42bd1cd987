package org.sitrep.coding;

import java.util.Optional;
import org.sitrep.claim.Attribution.Stance;

/** Which words attribute, and how. */
final class Speech {

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

  static boolean isNoun(Words words, int token) {
    return words.isNoun(token) && words.cue("attribution.nouns", token);
  }

  static boolean isEvidence(Words words, int token) {
    return words.isNoun(token) && words.cue("attribution.evidence", token);
  }

  /** Whether a phrase can speak: a party, a source, or a noun for people and bodies that speak. */
  static boolean canSpeak(Words words, int token) {
    return words.sourceAt(token).isPresent()
        || words.actorAt(token).isPresent()
        || words.isPronoun(token)
        || words.isPerson(token)
        || (words.isNoun(token) && (words.cue("attribution.speaker", token) || words.placeAt(token).isPresent()));
  }
}
