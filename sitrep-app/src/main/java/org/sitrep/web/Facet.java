package org.sitrep.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A filter whose values are offered with their counts; named as on the command line. */
enum Facet {
  TYPE,
  PLACE,
  ACTOR,
  SOURCE,
  CERTAINTY;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The facet of a name.
   *
   * @throws IllegalArgumentException in words, where there is none
   */
  static Facet of(String id) {
    return Arrays.stream(values())
        .filter(f -> f.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no facet \"" + id + "\"; there are " + Arrays.stream(values()).map(Facet::id).collect(Collectors.joining(", "))));
  }
}
