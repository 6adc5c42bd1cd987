package org.sitrep.annotation;

import java.util.List;
import org.sitrep.mention.Mention;

/**
 * A stretch of words read as a party.
 *
 * @param end one past its last word
 * @param ids whom it may name, the likeliest first
 * @param form how
 */
record Party(int end, List<String> ids, Mention.Form form) {

  Party {
    ids = List.copyOf(ids);
  }

  Party(int end, String id, Mention.Form form) {
    this(end, List.of(id), form);
  }
}
