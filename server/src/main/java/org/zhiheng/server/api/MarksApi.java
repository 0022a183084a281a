package org.zhiheng.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhiheng.jobs.access.Permission;
import org.zhiheng.jobs.examine.GoodsShelf;
import org.zhiheng.jobs.examine.assignment.CoAssignmentJson;
import org.zhiheng.jobs.examine.assignment.CoAssignmentList;
import org.zhiheng.jobs.examine.assignment.Likeness;
import org.zhiheng.jobs.examine.desk.ExamineDesk;
import org.zhiheng.jobs.examine.pattern.EvidencePack;
import org.zhiheng.jobs.examine.pattern.Pattern;
import org.zhiheng.jobs.examine.pattern.PatternJson;
import org.zhiheng.jobs.examine.pattern.PatternQuestion;
import org.zhiheng.jobs.report.RecordJson;
import org.zhiheng.server.api.Replies.Reply;
import org.zhiheng.similarity.figure.PictureLimits;
import org.zhiheng.similarity.goods.GoodsPicker;
import org.zhiheng.similarity.goods.GoodsPlace;
import org.zhiheng.similarity.goods.GoodsSuggestion;
import org.zhiheng.similarity.goods.ItemRow;
import org.zhiheng.values.Digest;
import org.zhiheng.values.Parsed;
import org.zhiheng.values.PartyId;
import org.zhiheng.values.Problem;
import org.zhiheng.values.ProblemsException;
import org.zhiheng.values.RightId;
import tools.jackson.core.JsonGenerator;

/// What examining marks has beside examinations: pictures to ask about, goods for free text, marks
/// that must move together, how somebody files.
final class MarksApi {

  /// Some hundred ids.
  private static final int MARKS_LENGTH_MAX = 4_000;

  private final ExamineDesk desk;
  private final Replies replies;

  MarksApi(ExamineDesk desk, Replies replies) {
    this.desk = desk;
    this.replies = replies;
  }

  /// A form with the part `file`, or the picture itself as the body. The same picture has the same
  /// digest, so that no key is needed.
  ServerResponse deposit(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.READ);
          new Query(request, ExamineOperation.DEPOSIT_FIGURE).check();
          try (DocumentsApi.Upload upload = DocumentsApi.Upload.of(request.servletRequest())) {
            int most = PictureLimits.USUAL.bytesMax();
            byte[] bytes = upload.content().readNBytes(most + 1);
            if (bytes.length > most) {
              throw new ProblemsException(
                  Problem.of("too-large", "", "", "A picture has at most " + most + " bytes."));
            }
            Digest digest = desk.figures().deposit(acting, bytes);
            return new Reply(
                201,
                "",
                "",
                RecordJson.text(out -> {
                  out.writeStartObject();
                  out.writeStringProperty("figure", digest.hex());
                  out.writeEndObject();
                }));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          }
        });
  }

  ServerResponse goods(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          acting.must(Permission.READ);
          Query query = new Query(request, ExamineOperation.SUGGEST_GOODS);
          String text = query.text("q", GoodsPicker.TEXT_LENGTH_MAX);
          int limit = query.limit(GoodsPicker.MOST_MAX);
          query.check();
          if (text.isEmpty()) {
            throw new ProblemsException(Problem.of("required", "q", "", "Name goods or services."));
          }
          Optional<GoodsShelf.Suggested> suggested = suggested(text, limit);
          if (suggested.isEmpty()) {
            return Reply.refused(
                404, Problem.of("goods-table-missing", "", "", "No goods table is imported."));
          }
          List<GoodsSuggestion> found = suggested.get().suggestions();
          return Replies.page(out -> found.forEach(one -> suggestion(one, out)), Optional.empty());
        });
  }

  ServerResponse assignment(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, ExamineOperation.CHECK_ASSIGNMENT);
          Set<RightId> rights = query.value("marks", MarksApi::rights).orElse(Set.of());
          CoAssignmentList.Purpose purpose =
              query.value("for", MarksApi::purpose).orElse(CoAssignmentList.Purpose.ASSIGNMENT);
          query.check();
          CoAssignmentList list = desk.assignment().list(acting, rights, purpose, Likeness.WIDE);
          return Reply.ok(out -> CoAssignmentJson.list(list, out));
        });
  }

  /// Taken out, not looked at: the trail keeps `pattern-export`.
  ServerResponse filings(ServerRequest request) {
    return replies.answer(
        request,
        acting -> {
          Query query = new Query(request, ExamineOperation.SHOW_FILINGS);
          Pattern.Purpose purpose =
              query.value("purpose", MarksApi::whose).orElse(Pattern.Purpose.OTHERS);
          Set<String> classes = query.value("class", Asked::classes).orElse(Set.of());
          query.check();
          String text = request.pathVariable("party");
          PartyId party =
              PartyId.parse(text)
                  .found()
                  .orElseThrow(() ->
                      new ProblemsException(
                          Problem.of("not-found", "", text, "There is nothing under this id.")));
          try {
            EvidencePack pack =
                desk.filings()
                    .export(
                        acting,
                        new PatternQuestion(
                            party,
                            purpose,
                            new TreeSet<>(classes),
                            List.of(),
                            Pattern.Settings.USUAL));
            return Reply.ok(out -> PatternJson.pack(pack, out));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          } catch (ProblemsException refused) {
            if (refused.problems().getFirst().code().equals("party-unknown")) {
              return Reply.notFound(party.toString());
            }
            throw refused;
          }
        });
  }

  private Optional<GoodsShelf.Suggested> suggested(String text, int most) {
    try {
      return desk.goods().suggest(text, most);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void suggestion(GoodsSuggestion one, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("class", one.place().niceClass());
    switch (one.place()) {
      case GoodsPlace.OfClass _ -> {}
      case GoodsPlace.OfGroup(String group, int part) -> group(group, part, out);
      case GoodsPlace.OfItem(ItemRow item) -> {
        group(item.group(), item.part(), out);
        out.writeStringProperty("code", item.code());
      }
    }
    out.writeStringProperty("name", one.name());
    out.writeStringProperty("term", one.term());
    out.writeStringProperty("match", one.match().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    out.writeNumberProperty("score", Math.round(one.score() * 10_000) / 10_000.0);
    out.writeEndObject();
  }

  private static void group(String group, int part, JsonGenerator out) {
    out.writeStringProperty("group", group);
    if (part > 0) {
      out.writeNumberProperty("part", part);
    }
  }

  /// `R1,R2`
  private static Parsed<Set<RightId>> rights(String text) {
    if (text.length() > MARKS_LENGTH_MAX) {
      return Parsed.refused(
          "too-long", text, "At most " + MARKS_LENGTH_MAX + " characters are read.");
    }
    Set<RightId> rights = new LinkedHashSet<>();
    for (String one : text.split(",", -1)) {
      switch (RightId.parse(one)) {
        case Parsed.Ok<RightId>(RightId id) -> rights.add(id);
        case Parsed.Refused<RightId>(Problem problem) -> {
          return new Parsed.Refused<>(problem);
        }
      }
    }
    return Parsed.ok(rights);
  }

  private static Parsed<CoAssignmentList.Purpose> purpose(String text) {
    for (CoAssignmentList.Purpose purpose : CoAssignmentList.Purpose.values()) {
      if (purpose.code().equals(text)) {
        return Parsed.ok(purpose);
      }
    }
    return Parsed.refused("purpose", text, "It is for assignment or pledge.");
  }

  private static Parsed<Pattern.Purpose> whose(String text) {
    return switch (text) {
      case "others" -> Parsed.ok(Pattern.Purpose.OTHERS);
      case "own" -> Parsed.ok(Pattern.Purpose.OWN);
      default -> Parsed.refused("purpose", text, "A purpose is others or own.");
    };
  }
}
