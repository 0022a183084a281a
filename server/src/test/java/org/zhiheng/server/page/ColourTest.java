package org.zhiheng.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The colours of the style sheet can be told from what they stand on.
final class ColourTest {

  /// WCAG 2.2, success criterion 1.4.3.
  private static final double CONTRAST_MIN = 4.5;

  @Test
  void textStandsOutFromEveryGroundInBothThemes() throws IOException {
    List<Map<String, String>> themes = themes();
    // light, dark by the device, dark by choice
    assertThat(themes).hasSize(3);
    assertThat(themes.get(1)).isEqualTo(themes.get(2));
    for (Map<String, String> theme : themes) {
      for (String text : List.of("ink", "quiet", "accent", "alert", "warn")) {
        for (String ground : List.of("paper", "surface")) {
          assertThat(contrast(colour(theme, text), colour(theme, ground)))
              .as(text + " on " + ground + " in " + theme)
              .isGreaterThanOrEqualTo(CONTRAST_MIN);
        }
      }
      assertThat(contrast(colour(theme, "accent"), colour(theme, "tint")))
          .as("accent on tint")
          .isGreaterThanOrEqualTo(CONTRAST_MIN);
    }
  }

  /// White on black is 21, by definition.
  @Test
  void knowsTheContrastOfWhiteOnBlack() {
    assertThat(contrast("#FFFFFF", "#000000")).isEqualTo(21.0);
  }

  private static String colour(Map<String, String> theme, String name) {
    String colour = theme.get(name);
    if (colour == null) {
      throw new AssertionError("no colour named " + name);
    }
    return colour;
  }

  private static List<Map<String, String>> themes() throws IOException {
    String css;
    try (InputStream in =
        ColourTest.class.getResourceAsStream("/org/zhiheng/server/assets/zhiheng.css")) {
      if (in == null) {
        throw new AssertionError("no style sheet");
      }
      css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Map<String, String>> themes = new ArrayList<>();
    Matcher block = Pattern.compile("\\{[^{}]*--paper:[^{}]*}").matcher(css);
    while (block.find()) {
      Map<String, String> theme = new HashMap<>();
      Matcher token = Pattern.compile("--([a-z-]+): (#[0-9A-Fa-f]{6});").matcher(block.group());
      while (token.find()) {
        theme.put(token.group(1), token.group(2));
      }
      if (theme.containsKey("tint") && theme.containsKey("paper")) {
        themes.add(theme);
      }
    }
    return themes;
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
