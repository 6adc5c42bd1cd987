package org.sitrep.pipeline;

import java.util.List;
import org.sitrep.claim.Reported;
import org.sitrep.page.Page;

/**
 * What one capture reports on the word of others.
 *
 * @param page the page taken apart; the spans of {@code reported} are in its article's text
 * @param reported in the order of the text
 */
public record Heard(Page page, List<Reported> reported) {

  public Heard {
    reported = List.copyOf(reported);
  }
}
