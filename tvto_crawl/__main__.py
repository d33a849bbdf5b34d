"""`python -m tvto_crawl` is `tvto-crawl`, for environments whose programs are not on the path."""

from tvto_crawl.cli import main

if __name__ == "__main__":
    main(prog_name="tvto-crawl")
