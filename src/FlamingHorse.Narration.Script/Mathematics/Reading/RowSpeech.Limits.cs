using FlamingHorse.Narration.Script.Mathematics.Parsing;

namespace FlamingHorse.Narration.Script.Mathematics.Reading;

/// <summary>Limits.</summary>
internal sealed partial class RowSpeech
{
    private Factor ReadLimit(Node node, string key, RowNode? below)
    {
        var head = _speaker.Say(key == "name.lim" ? "lim" : key, Shape.Core(node));
        if (below is not null)
        {
            var isApproach = Shape.Holds(below, item => Shape.Key(item) is "to" or "goes-up" or "goes-down");
            var phrase = new RowSpeech(_speaker, below.Items, new(WithoutIs: true, IsScript: true)).ReadApproach();
            head = _speaker.Say(isApproach ? "limit" : "limit.over", node, head, phrase);
        }
        return ReadBody(node, head, alwaysOf: true);
    }

    /// <summary>"x goes to zero from the right".</summary>
    private Phrase ReadApproach()
    {
        if (
            _end > 1
            && _items[_end - 1] is ScriptNode { Sub: null, Sup: { } side, Core: { } core }
            && Shape.SingleKey(side) is "plus" or "minus"
            && Holds(item => Shape.Key(item) == "to")
        )
        {
            var items = _items.Take(_end - 1).Concat([core]).ToList();
            var value = new RowSpeech(_speaker, items, _context).ReadStatement();
            return _speaker.Say(Shape.SingleKey(((ScriptNode)_items[_end - 1]).Sup) == "plus" ? "from-right" : "from-left", side, value);
        }
        return ReadStatement();
    }
}
