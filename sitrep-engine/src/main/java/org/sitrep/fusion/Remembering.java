package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.sitrep.claim.Claim;
import org.sitrep.claim.Copies;

/**
 * Runs of fusion among much the same claims, as an update makes them: each document is made into accounts, and each
 * account into keys, once. It makes no other difference. Not thread-safe.
 */
final class Remembering {

  private final Fusion fusion;
  private final Keys keys;
  private final Copies.Memory words = new Copies.Memory();
  private final Map<String, Document> documents = new HashMap<>();

  Remembering(Fusion fusion, Keys keys) {
    this.fusion = fusion;
    this.keys = keys;
  }

  /** The claims of a document, in canonical order, and what was made of them. */
  private record Document(List<Claim> claims, List<Account> accounts) {

    boolean isOf(List<Claim> others) {
      if (claims.size() != others.size()) {
        return false;
      }
      for (int i = 0; i < claims.size(); i++) {
        if (claims.get(i) != others.get(i) && !claims.get(i).equals(others.get(i))) {
          return false;
        }
      }
      return true;
    }
  }

  Fusion fusion() {
    return fusion;
  }

  /** As {@link Fusion#run(Collection)}. */
  Run run(Collection<Claim> claims) {
    List<Claim> ordered = fusion.distinct(claims);
    return fusion.run(accounts(ordered), Copies.among(ordered, words));
  }

  /** Ids of the claims that some are linked to, at least strongly or at all. */
  Set<String> linked(Collection<Claim> claims, Set<String> ids, boolean strongly) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    List<Claim> ordered = fusion.distinct(claims);
    return fusion
        .run(accounts(ordered), Copies.among(ordered, words), a -> ids.contains(a.claim().id()))
        .linked(ids, strongly);
  }

  /** As {@link Fusion#accounts}. */
  List<Account> accounts(List<Claim> ordered) {
    Map<String, List<Claim>> byDocument = new LinkedHashMap<>();
    ordered.forEach(c -> byDocument.computeIfAbsent(c.doc(), d -> new ArrayList<>(8)).add(c));
    Map<Claim, Account> made = new IdentityHashMap<>(2 * ordered.size());
    byDocument.forEach(
        (doc, claims) -> {
          List<Account> accounts = document(doc, claims);
          for (int i = 0; i < claims.size(); i++) {
            made.put(claims.get(i), accounts.get(i));
          }
        });
    List<Account> numbered = new ArrayList<>(ordered.size());
    for (Claim claim : ordered) {
      Account account = Objects.requireNonNull(made.get(claim), "made above").twin();
      account.number(numbered.size());
      numbered.add(account);
    }
    return numbered;
  }

  private List<Account> document(String doc, List<Claim> claims) {
    Document known = documents.get(doc);
    if (known == null || !known.isOf(claims)) {
      List<Account> accounts = fusion.accounts(claims);
      accounts.forEach(a -> a.foundUnder(new Account.FoundUnder(keys.filed(a), keys.sought(a))));
      known = new Document(claims, accounts);
      documents.put(doc, known);
    }
    return known.accounts;
  }

  /** The keys under which what is worth comparing with an account is filed. */
  long[] sought(Account account) {
    return LongStream.concat(LongStream.of(words.keys(account.claim())), LongStream.of(keys.sought(account))).toArray();
  }
}
