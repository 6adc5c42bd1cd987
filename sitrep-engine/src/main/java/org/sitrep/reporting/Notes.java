package org.sitrep.reporting;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.claim.Claim;

/** Numbers the claims that a report rests on, in the order in which they are first named. For one report. */
final class Notes {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<String, Claim> claims;
  private final Map<String, String> addresses;

  /**
   * Notes on claims.
   *
   * @param addresses where captures were found, by their digests
   */
  Notes(Collection<Claim> claims, Map<String, String> addresses) {
    this.claims = Claim.byId(claims);
    this.addresses = addresses;
  }

  /**
   * A numbered note.
   *
   * @param id of the claim
   * @param claim the claim, unless it was not handed over
   */
  record Note(int number, String id, @Nullable Claim claim) {}

  /** The number of a claim; the next free one when it is named first. */
  int number(String claim) {
    return numbers.computeIfAbsent(claim, c -> numbers.size() + 1);
  }

  /** All notes numbered so far. */
  List<Note> list() {
    List<Note> notes = new ArrayList<>();
    numbers.forEach((id, number) -> notes.add(new Note(number, id, claims.get(id))));
    return notes;
  }

  /** The address of a claim's document, where it is one that may be linked to. */
  Optional<String> address(Claim claim) {
    return Optional.ofNullable(addresses.get(claim.digest())).filter(Notes::isLink);
  }

  private static boolean isLink(String address) {
    try {
      String scheme = new URI(address).getScheme();
      return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** " 120-180 (outlet, 2018-11-08)": where in its document the evidence stands, whose it is and when. */
  static String origin(Claim claim) {
    String outlet = claim.publisher().orElse("");
    String day = claim.published().map(Object::toString).orElse("");
    String comma = outlet.isEmpty() || day.isEmpty() ? "" : ", ";
    return " " + claim.evidence().codePoints().start()
        + "-" + claim.evidence().codePoints().end()
        + (outlet.isEmpty() && day.isEmpty() ? "" : " (" + outlet + comma + day + ")");
  }
}
