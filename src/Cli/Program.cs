return GeekCafe.Cli.CommandLine.Run(args, Console.Out, Console.Error);
