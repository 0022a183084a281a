package org.zhiheng.jobs.examine.assignment;

import java.util.Locale;
import org.zhiheng.register.life.LifeStage;
import org.zhiheng.similarity.score.Scores;
import org.zhiheng.similarity.word.Rating;
import org.zhiheng.values.RightId;

/// Another mark of the same holder beside one that is assigned.
///
/// @param right the mark that would stay behind
/// @param name its words
/// @param number it is best known by; may be empty
/// @param stage of its life
/// @param beside the assigned mark that it is most like
/// @param besideName that mark's words
/// @param identical whether both names are the same once width, case and signs are left out
/// @param rating how alike they are
/// @param scores the same with evidence
/// @param goods how near what they stand for is
/// @param duty what follows
/// @param reason why it is listed
public record CoMark(
    RightId right,
    String name,
    String number,
    LifeStage stage,
    RightId beside,
    String besideName,
    boolean identical,
    Rating rating,
    Scores scores,
    GoodsNearness goods,
    Duty duty,
    Said reason) {

  /// What follows for a mark that was left out.
  public enum Duty {
    /// 应一并办理: registered, identical or similar, on the same or similar goods.
    MOVE_TOGETHER,
    /// 待核对: a person must look: the goods are not known well enough, or it is not registered yet.
    CHECK,
    /// 商品不类似: named for completeness; the duty does not reach it.
    OTHER_GOODS;

    /// `move-together`: the name in data.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
