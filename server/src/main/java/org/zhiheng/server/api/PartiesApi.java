package org.zhiheng.server.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Acting;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.parties.PartyBook;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.register.party.Parties;
import org.zhiheng.register.party.Party;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;

/// Parties, and their merging.
final class PartiesApi {

  private static final int TERM_LENGTH_MAX = 200;

  private final PartyBook parties;
  private final Replies replies;
  private final Repeats repeats;

  PartiesApi(PartyBook parties, Replies replies, Repeats repeats) {
    this.parties = parties;
    this.replies = replies;
    this.repeats = repeats;
  }

  /// By id, page by page; or those whose names contain the term, most rights first, one page.
  ServerResponse list(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, RightsOperation.LIST_PARTIES);
          String term = query.text("q", TERM_LENGTH_MAX);
          Optional<PartyId> after = query.after(inside -> PartyId.parse(inside).found());
          int limit = query.limit(PartyBook.LIMIT_MAX);
          query.check();
          List<Party> found =
              term.isEmpty()
                  ? parties.page(acting, after, limit)
                  : parties.search(acting, term, limit);
          Optional<String> next =
              term.isEmpty() && found.size() == limit
                  ? Optional.of(found.getLast().id().toString())
                  : Optional.empty();
          return Replies.page(out -> found.forEach(party -> RecordJson.party(party, out)), next);
        });
  }

  ServerResponse show(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, RightsOperation.SHOW_PARTY).check();
          return shown(acting, id(request));
        });
  }

  ServerResponse merge(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, RightsOperation.MERGE_PARTY).check();
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(
              request,
              acting,
              bytes,
              () -> {
                Body body = Body.read(bytes, Set.of("absorbed", "reason"));
                String reason = body.text("reason");
                PartyId absorbed = body.value("absorbed", PartyId::parse);
                body.check();
                PartyId into = id(request);
                return changed(acting, into, parties.merge(acting, into, absorbed, reason));
              });
        });
  }

  ServerResponse unmerge(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          new Query(request, RightsOperation.UNMERGE_PARTY).check();
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(
              request,
              acting,
              bytes,
              () -> {
                Body body = Body.read(bytes, Set.of("reason"));
                String reason = body.text("reason");
                body.check();
                PartyId absorbed = id(request);
                return changed(acting, absorbed, parties.unmerge(acting, absorbed, reason));
              });
        });
  }

  ServerResponse name(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.MANAGE);
          new Query(request, RightsOperation.NAME_PARTY).check();
          byte[] bytes = Body.bytes(request.servletRequest());
          return repeats.once(
              request,
              acting,
              bytes,
              () -> {
                Body body = Body.read(bytes, Set.of("text", "form"));
                String text = body.text("text");
                Party.Form form = body.value("form", PartiesApi::form);
                body.check();
                PartyId id = id(request);
                return changed(acting, id, parties.addName(acting, id, new Party.Name(text, form)));
              });
        });
  }

  ServerResponse identify(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.MANAGE);
          new Query(request, RightsOperation.IDENTIFY_PARTY).check();
          Body body = Body.read(Body.bytes(request.servletRequest()), Set.of("code"));
          String code = body.text("code");
          body.check();
          PartyId id = id(request);
          return changed(acting, id, parties.identify(acting, id, code));
        });
  }

  private static Parsed<Party.Form> form(String text) {
    return switch (text) {
      case "chinese" -> Parsed.ok(Party.Form.CHINESE);
      case "latin" -> Parsed.ok(Party.Form.LATIN);
      case "former" -> Parsed.ok(Party.Form.FORMER);
      default -> Parsed.refused("party-form", text, "A form is chinese, latin or former.");
    };
  }

  private Reply changed(Acting acting, PartyId id, Parties.Changed changed) {
    return switch (changed) {
      case Parties.Changed.Done _ -> shown(acting, id);
      case Parties.Changed.Refused refused -> Reply.refused(422, refused.problem());
    };
  }

  private Reply shown(Acting acting, PartyId id) {
    return parties
        .find(acting, id)
        .map(party -> Reply.ok(out -> RecordJson.party(party, out)))
        .orElseGet(() -> Reply.notFound(id.toString()));
  }

  private static PartyId id(ServerRequest request) {
    String text = request.pathVariable("party");
    return PartyId.parse(text)
        .found()
        .orElseThrow(() ->
            new ProblemsException(
                Problem.of("not-found", "", text, "There is nothing under this id.")));
  }
}
