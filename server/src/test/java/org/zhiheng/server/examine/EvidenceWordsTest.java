package org.zhiheng.server.examine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhiheng.server.page.Language;
import org.zhiheng.server.page.Words;
import org.zhiheng.similarity.score.Evidence;

final class EvidenceWordsTest {

  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
  private final EvidenceWords english = new EvidenceWords(Words.load(Language.ENGLISH, BEIJING));
  private final EvidenceWords chinese = new EvidenceWords(Words.load(Language.CHINESE, BEIJING));

  private static Evidence points(String movement) {
    return new Evidence.MatchedPoints(200, 256, movement, List.of());
  }

  @Test
  void saysHowOnePictureWasMovedUponTheOther() {
    assertThat(english.say(points("rotate -12°, scale 0.80, mirrored")))
        .isEqualTo("200 of 256 places match: mirrored, turned 12° anticlockwise, scaled by 0.80.");
    assertThat(chinese.say(points("rotate 90°, scale 1.00")))
        .isEqualTo("256 处中有 200 处吻合：顺时针旋转 90°。");
  }

  @Test
  void saysThatAPictureStandsAsItIs() {
    assertThat(english.say(points("rotate 0°, scale 1.00")))
        .isEqualTo("200 of 256 places match: as it stands.");
  }

  @Test
  void leavesAMovementOfAnotherEngineAsItWasSaid() {
    assertThat(english.say(points("sheared"))).isEqualTo("200 of 256 places match: sheared.");
  }
}
