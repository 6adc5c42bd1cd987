package org.sitrep.fusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Some claims, compared and put into events. Not thread-safe. */
final class Run {

  private final List<Account> accounts;
  private final Links links;
  private final Comparison comparison;
  private @Nullable Drafts drafts;
  private @Nullable Map<String, Account> byId;

  Run(List<Account> accounts, Links links, Comparison comparison) {
    this.accounts = accounts;
    this.links = links;
    this.comparison = comparison;
  }

  List<Account> accounts() {
    return accounts;
  }

  Links links() {
    return links;
  }

  /** The events, put together when first asked for: some only ask for links. */
  Drafts drafts() {
    if (drafts == null) {
      drafts = Drafts.of(accounts, links, comparison);
    }
    return drafts;
  }

  boolean has(String id) {
    return byId().containsKey(id);
  }

  private Map<String, Account> byId() {
    if (byId == null) {
      byId = new HashMap<>();
      for (Account account : accounts) {
        byId.put(account.claim().id(), account);
      }
    }
    return byId;
  }

  private Account account(String id) {
    return Objects.requireNonNull(byId().get(id), "not in this run");
  }

  /** The event that a claim is in. */
  Draft draftOf(String id) {
    return drafts().of(account(id).index());
  }

  /** The id of the first claim of an account's copies, its own without any. */
  String original(Account account) {
    return account.testimony() < 0
        ? account.claim().id()
        : accounts.get(account.testimony()).claim().id();
  }

  /** Ids of all claims in the components of some. */
  Set<String> components(Set<String> ids) {
    Set<Integer> wanted = new HashSet<>();
    ids.forEach(id -> wanted.add(links.component(account(id).index())));
    Set<String> found = new HashSet<>();
    for (Account account : accounts) {
      if (wanted.contains(links.component(account.index()))) {
        found.add(account.claim().id());
      }
    }
    return found;
  }

  /** The name of a claim's component: made from its canonically earliest claim. */
  String component(String id) {
    return component(account(id));
  }

  String component(Account account) {
    return EventMaker.id("k", accounts.get(links.component(account.index())).claim());
  }

  /** Ids of the claims that some are linked to, at least strongly or at all. */
  Set<String> linked(Set<String> ids, boolean strongly) {
    Set<String> found = new HashSet<>();
    for (String id : ids) {
      int at = account(id).index();
      for (int link = links.from(at); link < links.from(at + 1); link++) {
        if (!strongly || links.isStrong(link)) {
          found.add(accounts.get(links.other(link)).claim().id());
        }
      }
    }
    return found;
  }

  /** The events of some claims, each once, in canonical order. */
  List<Draft> draftsOf(Set<String> ids) {
    List<Draft> found = new ArrayList<>();
    for (Account account : accounts) {
      Draft draft = drafts().of(account.index());
      boolean first = draft.first() == account.index();
      if (first && draft.members().stream().anyMatch(m -> ids.contains(m.claim().id()))) {
        found.add(draft);
      }
    }
    return found;
  }
}
