Console.Error.WriteLine("usage: mentions IN.jsonl OUT.jsonl | articles FOLDER OUT.json | feeds FOLDER OUT.jsonl");
return 2;
