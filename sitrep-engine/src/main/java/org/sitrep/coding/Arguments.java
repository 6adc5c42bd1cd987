package org.sitrep.coding;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands around a word of happening once voice, control, participles and nominal constructions are
 * undone: who does it, what it is done to, and the phrases with prepositions. Tokens; -1 is none.
 */
final class Arguments {

  /** A phrase with its preposition. */
  record Oblique(String preposition, int token) {}

  int subject = -1;
  int object = -1;
  int recipient = -1;
  boolean passive;
  boolean nominal;
  /** The subject or object was passed on from another clause. */
  boolean sharedSubject;
  final List<Integer> agents = new ArrayList<>();
  final List<Integer> possessors = new ArrayList<>();
  final List<Oblique> obliques = new ArrayList<>();

  /** The phrases in a role, left to right. */
  List<Integer> in(String role) {
    return switch (role) {
      case "subject" -> one(subject);
      case "object" -> one(object);
      case "iobj" -> one(recipient);
      case "by" -> agents;
      case "possessor" -> possessors;
      default -> obliques.stream().filter(o -> o.preposition().equals(role)).map(Oblique::token).toList();
    };
  }

  /** Every phrase, whatever its role. */
  List<Integer> all() {
    List<Integer> all = new ArrayList<>(agents);
    all.addAll(possessors);
    obliques.forEach(o -> all.add(o.token()));
    all.addAll(one(subject));
    all.addAll(one(object));
    return all;
  }

  void add(String preposition, int token) {
    for (Oblique known : obliques) {
      if (known.token() == token) {
        return;
      }
    }
    obliques.add(new Oblique(preposition, token));
  }

  private static List<Integer> one(int token) {
    return token < 0 ? List.of() : List.of(token);
  }
}
