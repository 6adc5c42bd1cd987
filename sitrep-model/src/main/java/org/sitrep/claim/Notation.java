package org.sitrep.claim;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The one-line notation of claims, the same in frame examples, tests, explanations and lists:
 * {@code [Amaq] certain: ISIS CLASH Syrian Army @ al-Safa (2018-11-08) {killed 5}}. Slots that are open
 * are left out; {@code [@publisher]} is the outlet's own word.
 */
public final class Notation {

  private Notation() {}

  /** A claim in one line, without its evidence. */
  public static String of(Claim claim) {
    StringBuilder out = new StringBuilder("[");
    out.append(claim.attribution().innermost().map(Attribution.Holder::name).orElse("@publisher"));
    out.append("] ").append(claim.certainty().name().toLowerCase(Locale.ROOT)).append(":");
    append(out, " ", names(claim.actors()));
    out.append(' ').append(claim.type().id().toUpperCase(Locale.ROOT));
    append(out, " ", names(claim.targets()));
    append(
        out,
        " @ ",
        claim.places().stream().map(p -> p.name()).collect(Collectors.joining(", ")));
    claim.time().ifPresent(time -> out.append(" (").append(time).append(')'));
    for (Casualties loss : claim.casualties()) {
      out.append(" {").append(loss.fate().name().toLowerCase(Locale.ROOT)).append(' ');
      out.append(range(loss)).append('}');
    }
    return out.toString();
  }

  /** "5", "2-9", or "5+" where open. */
  public static String range(Casualties loss) {
    if (loss.high().isEmpty()) {
      return loss.low() + "+";
    }
    int high = loss.high().getAsInt();
    return high == loss.low() ? Integer.toString(high) : loss.low() + "-" + high;
  }

  private static String names(List<Participant> parties) {
    return parties.stream().map(Participant::name).distinct().collect(Collectors.joining(", "));
  }

  private static void append(StringBuilder out, String before, String text) {
    if (!text.isEmpty()) {
      out.append(before).append(text);
    }
  }
}
