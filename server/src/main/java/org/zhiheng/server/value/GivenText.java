package org.zhiheng.server.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhiheng.cashflow.deal.JsonText;
import org.zhiheng.valuation.input.Unit;

/// What was typed as the file that `zhiheng value PATENT --with FILE` takes, and which line of it
/// came from which field. What cannot be read stays as it is: the file's reader refuses it.
///
/// @param text the file
/// @param fields by line, from 1: a line of the form, or a method of it
record GivenText(String text, Map<Integer, String> fields) {

  private static final Pattern LINE = Pattern.compile("line ([0-9]+), column [0-9]+");
  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,2})?");

  GivenText {
    fields = Map.copyOf(fields);
  }

  /// Writes the file.
  ///
  /// @param name of its contents, if nobody typed one
  /// @param today the day that a figure holds for, if nobody typed one
  static GivenText of(Typed typed, String name, LocalDate today) {
    return new Writer(typed, today).all(name);
  }

  /// The field that a problem's place comes from.
  Optional<String> field(String path) {
    Matcher line = LINE.matcher(path);
    return line.find()
        ? Optional.ofNullable(fields.get(Integer.parseInt(line.group(1))))
        : Optional.empty();
  }

  private static final class Writer {
    private final Typed typed;
    private final LocalDate today;
    private final List<String> lines = new ArrayList<>();
    private final Map<Integer, String> fields = new HashMap<>();

    Writer(Typed typed, LocalDate today) {
      this.typed = typed;
      this.today = today;
    }

    GivenText all(String name) {
      line("value: " + quoted(typed.get("value").isEmpty() ? name : typed.get("value")), "value");
      for (String key : new String[] {"purpose", "scene", "relief"}) {
        if (!typed.get(key).isEmpty()) {
          line(key + ": " + quoted(typed.get(key)), key);
        }
      }
      List<Asked> used = Asked.ALL.stream().filter(typed::uses).toList();
      if (!used.isEmpty()) {
        line("methods:", "");
        used.forEach(this::method);
      }
      leftOut();
      draw();
      return new GivenText(String.join("\n", lines) + "\n", fields);
    }

    private void method(Asked asked) {
      line("  " + asked.key() + ":", asked.brief());
      for (Asked.Figure figure : asked.figures()) {
        String field = asked.brief() + "." + figure.key();
        if (!typed.get(field + ".is").isEmpty()
            || !typed.get(field + ".low").isEmpty()
            || !typed.get(field + ".high").isEmpty()) {
          line(
              "    " + figure.key() + ": {" + figure(asked.brief(), field, figure.unit()) + "}",
              field);
        }
      }
      if (asked.timed() && !typed.get(asked.brief() + ".timing").isEmpty()) {
        line("    timing: " + quoted(typed.get(asked.brief() + ".timing")), asked.brief());
      }
      List<String> things = new ArrayList<>();
      for (int thing = 1; thing <= asked.things(); thing++) {
        if (typed.has(asked.brief() + "." + thing)) {
          things.add(asked.brief() + "." + thing);
        }
      }
      if (!things.isEmpty()) {
        line(asked.deals() ? "    deals:" : "    items:", asked.brief());
      }
      for (String field : things) {
        String name = typed.get(field + ".name");
        String key = quoted(name.isEmpty() ? field.substring(field.indexOf('.') + 1) : name);
        line(
            "      "
                + key
                + ": {"
                + (asked.deals()
                    ? deal(asked.brief(), field)
                    : figure(asked.brief(), field, Unit.MONEY))
                + "}",
            field);
      }
    }

    private String figure(String method, String field, Unit unit) {
      List<String> parts = new ArrayList<>();
      for (String part : new String[] {"is", "low", "high"}) {
        if (!typed.get(field + "." + part).isEmpty()) {
          parts.add(part + ": " + quoted(number(typed.get(field + "." + part), unit)));
        }
      }
      parts.addAll(source(method, field));
      return String.join(", ", parts);
    }

    private String deal(String method, String field) {
      List<String> parts = new ArrayList<>();
      for (String part : new String[] {"price", "measure", "adjustment", "reason"}) {
        String text = typed.get(field + "." + part);
        if (!text.isEmpty()) {
          parts.add(
              part
                  + ": "
                  + quoted(
                      switch (part) {
                        case "price" -> number(text, Unit.MONEY);
                        case "reason" -> text;
                        default -> number(text, Unit.MULTIPLE);
                      }));
        }
      }
      parts.addAll(source(method, field));
      return String.join(", ", parts);
    }

    /// A line's own source and day, or else those of its method.
    private List<String> source(String method, String field) {
      List<String> parts = new ArrayList<>();
      String what = either(field + ".source", method + ".source");
      if (!what.isEmpty()) {
        parts.add("source: " + quoted(what));
      }
      String on = either(field + ".on", method + ".on");
      parts.add("on: " + quoted(on.isEmpty() ? today.toString() : on));
      if (!typed.get(field + ".confidence").isEmpty()) {
        parts.add("confidence: " + quoted(typed.get(field + ".confidence")));
      }
      return parts;
    }

    private void leftOut() {
      List<String> reasons = new ArrayList<>();
      for (String kind : new String[] {"income", "market", "cost"}) {
        if (!typed.get("left." + kind).isEmpty()) {
          reasons.add(kind + ": " + quoted(typed.get("left." + kind)));
        }
      }
      if (!reasons.isEmpty()) {
        line("left-out: {" + String.join(", ", reasons) + "}", "left");
      }
    }

    private void draw() {
      String hazard = typed.get("draw.hazard");
      if (!hazard.isEmpty()) {
        line("draw:", "draw");
        line(
            "  hazard: {is: "
                + quoted(number(hazard, Unit.SHARE_PER_YEAR))
                + (typed.get("draw.source").isEmpty()
                    ? ""
                    : ", source: " + quoted(typed.get("draw.source")))
                + ", on: "
                + quoted(today.toString())
                + "}",
            "draw");
        if (!typed.get("draw.seed").isEmpty()) {
          line("  seed: " + quoted(typed.get("draw.seed")), "draw");
        }
      }
    }

    private String either(String first, String second) {
      return typed.get(first).isEmpty() ? typed.get(second) : typed.get(first);
    }

    private void line(String text, String field) {
      lines.add(text);
      if (!field.isEmpty()) {
        fields.put(lines.size(), field);
      }
    }

    private static String quoted(String text) {
      return JsonText.quoted(text);
    }

    /// As the file writes it: amounts with two places and without groups, shares with their sign.
    private static String number(String text, Unit unit) {
      String bare = text.replace(",", "").replace("，", "").replace(" ", "");
      return switch (unit) {
        case MONEY ->
            AMOUNT.matcher(bare).matches()
                ? new BigDecimal(bare).setScale(2, RoundingMode.UNNECESSARY).toPlainString()
                : bare;
        case SHARE, SHARE_PER_YEAR -> bare.matches("-?[0-9.]+") ? bare + "%" : bare;
        case YEARS, MULTIPLE, COUNT -> bare;
      };
    }
  }
}
